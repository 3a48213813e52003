package io.deficitwatch.metrics.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Continues a series by the models that fit it. */
@ApplicationScoped
public class Forecaster {
  private final Model arima;
  private final PathSimulation simulation;

  public Forecaster(Model arima, PathSimulation simulation) {
    this.arima = arima;
    this.simulation = simulation;
  }

  /**
   * @param steps how many to look ahead, from 1
   * @return empty if no model fits such a series; the same series gives the same forecast
   */
  public Optional<Forecast> forecast(Series series, int steps) {
    int degrees = Math.max(1, series.length() - 5);
    return arima
        .fit(series, steps)
        .map(
            fitted ->
                new Forecast(
                    arima.id(),
                    fitted.description(),
                    fitted.outlook().mean(),
                    simulation.draw(fitted.outlook(), degrees, series.values())));
  }
}
