package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.metrics.forecast.SimulatedPaths;
import java.util.List;

/**
 * What a model makes of the observed values: forecasts of the periods after the last.
 *
 * @param points by period; their intervals, medians and extremes are those of {@code simulated}
 * @param simulated the paths that the series may take, a step for every point
 */
public record Path(Method method, List<Point> points, SimulatedPaths simulated) {
  private static final String TOO_SHORT = "INSUFFICIENT_HISTORY";

  public Path {
    points = List.copyOf(points);
    if (points.size() != simulated.steps()) {
      throw new IllegalArgumentException("%d points of %s".formatted(points.size(), simulated));
    }
  }

  /** No path, because too few values are left to make one from. */
  static Path tooShort(int observations) {
    return new Path(
        new Method(
            TOO_SHORT,
            "No projection: %d values are left, %d are needed."
                .formatted(observations, ChooseModel.LEAST_OBSERVATIONS),
            observations),
        List.of(),
        SimulatedPaths.none());
  }
}
