package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.metrics.forecast.SimulatedPaths;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Carries the last value on, for a series without any variation about its trend: it gives no
 * measure of what is uncertain, and the path says so.
 */
final class LastValue implements ForecastModel {
  static final String ID = "LAST_VALUE_NO_VARIATION";

  @Override
  public Optional<Path> forecast(List<Observed> observed, int periods) {
    double[] path = new double[periods];
    Arrays.fill(path, observed.getLast().value().doubleValue());
    SimulatedPaths certain = SimulatedPaths.certain(path);
    return Optional.of(
        new Path(
            new Method(
                ID,
                "The last value carried on: the observed values do not vary about their trend, so they say nothing of uncertainty and the intervals have no width.",
                observed.size()),
            ProjectedPoints.after(observed, path, certain),
            certain));
  }
}
