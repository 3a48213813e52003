package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import java.util.List;

/** What a model makes of the observed values: forecasts of the periods after the last. */
public record Path(Method method, List<Point> points) {
  private static final String TOO_SHORT = "INSUFFICIENT_HISTORY";

  public Path {
    points = List.copyOf(points);
  }

  /** No path, because too few values are left to make one from. */
  static Path tooShort(int observations) {
    return new Path(
        new Method(
            TOO_SHORT,
            "No projection: %d values are left, %d are needed."
                .formatted(observations, ChooseModel.LEAST_OBSERVATIONS),
            observations),
        List.of());
  }
}
