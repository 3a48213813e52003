package io.deficitwatch.metrics.forecast;

import io.deficitwatch.metrics.forecast.Model.Fitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Continues a series by the combination of all models that fit it. */
@ApplicationScoped
public class Forecaster {
  private static final String ID = "COMBINATION";
  // What rounding leaves of a series that is all line and season
  private static final double NO_VARIATION = 1e-9;
  private final List<Model> models;
  private final PathSimulation simulation;
  private final Calibration calibration;

  /**
   * @param arima the member that comes from outside
   */
  @Inject
  public Forecaster(Model arima, Minimizer minimizer, PathSimulation simulation) {
    this(arima, minimizer, simulation, Calibration.load());
  }

  private Forecaster(
      Model arima, Minimizer minimizer, PathSimulation simulation, Calibration calibration) {
    this.models =
        List.of(
            new ExponentialSmoothing(minimizer),
            new Theta(Theta.Kind.DYNAMIC_OPTIMISED, minimizer),
            new Theta(Theta.Kind.STANDARD, minimizer),
            arima);
    this.simulation = simulation;
    this.calibration = calibration;
  }

  /** One that takes the models at their word, to learn a calibration from. */
  public static Forecaster uncalibrated(
      Model arima, Minimizer minimizer, PathSimulation simulation) {
    return new Forecaster(arima, minimizer, simulation, Calibration.none());
  }

  /**
   * @param steps how many to look ahead, from 1
   * @return empty if no model fits such a series, or the series does not move; the same series
   *     gives the same forecast
   */
  public Optional<Forecast> forecast(Series series, int steps) {
    List<String> names = new ArrayList<>();
    List<Outlook> outlooks = new ArrayList<>();
    for (Model model : models) {
      Optional<Fitted> fitted = model.fit(series, steps);
      fitted.ifPresent(
          made -> {
            names.add(made.description());
            outlooks.add(made.outlook());
          });
    }
    if (outlooks.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(calibration.applied(Combination.of(outlooks), series))
        .filter(outlook -> outlook.isUsable() && varies(outlook, series))
        .map(
            outlook ->
                new Forecast(
                    ID,
                    "Halfway between the mean and the median of " + String.join(", ", names),
                    outlook,
                    simulation.draw(
                        outlook, calibration.degreesOfFreedom(series.perYear()), series.values())));
  }

  private static boolean varies(Outlook outlook, Series series) {
    double largest = Arrays.stream(series.values()).map(Math::abs).max().orElseThrow();
    return outlook.deviation(1) > NO_VARIATION * largest;
  }
}
