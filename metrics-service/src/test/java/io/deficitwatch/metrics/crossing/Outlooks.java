package io.deficitwatch.metrics.crossing;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.forecast.SimulatedPaths;
import io.deficitwatch.metrics.projection.Observed;
import io.deficitwatch.metrics.projection.Path;
import io.deficitwatch.metrics.projection.Projected;
import io.deficitwatch.metrics.projection.ProjectedPoints;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Projections whose paths are written out. */
final class Outlooks {
  static final Vintage VINTAGE =
      new Vintage("r", DataflowRef.parse("TEST:OUTLOOK"), Instant.parse("2025-02-10T00:00:00Z"));

  private Outlooks() {}

  /**
   * @param first period of the observed values
   * @param steps by step, then by path; the point forecast is their mean
   */
  static Projected of(String first, List<String> observed, double[][] steps) {
    TimePeriod from = TimePeriod.parse(first);
    List<Observed> values =
        IntStream.range(0, observed.size())
            .mapToObj(i -> new Observed(from.plus(i), new BigDecimal(observed.get(i))))
            .toList();
    SimulatedPaths paths = SimulatedPaths.of(steps);
    double[] means =
        Arrays.stream(steps).mapToDouble(step -> Arrays.stream(step).average().orElse(0)).toArray();
    return new Projected(
        new IndicatorRef("TEST", 1, "JP", from.frequency(), "JPY"),
        values,
        new Path(
            new Method("TEST", "paths of a test", values.size()),
            ProjectedPoints.after(values, means, paths),
            paths),
        VINTAGE);
  }
}
