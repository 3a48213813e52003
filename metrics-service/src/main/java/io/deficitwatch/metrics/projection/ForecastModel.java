package io.deficitwatch.metrics.projection;

import java.util.List;
import java.util.Optional;

/** A way to continue a series. */
public interface ForecastModel {
  /**
   * Forecasts the periods after the last observed one.
   *
   * @param observed in order, all of one frequency, perhaps with gaps
   * @param periods how many to forecast, from 1
   * @return empty if the model does not fit such a series; the same input gives the same path
   */
  Optional<Path> forecast(List<Observed> observed, int periods);
}
