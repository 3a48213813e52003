package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Takes what a model computed in doubles back to whole base units. */
public final class IntervalPoints {
  private IntervalPoints() {}

  /** The point with {@code value} and intervals that hold 80 and 95 in 100. */
  public static Point of(TimePeriod period, double value, Quantile quantile) {
    return new Point(
        period,
        whole(value),
        interval(value, quantile.at(0.10), quantile.at(0.90)),
        interval(value, quantile.at(0.025), quantile.at(0.975)));
  }

  // Rounding must not push the point out of its own interval
  private static Interval interval(double value, double lower, double upper) {
    return new Interval(whole(Math.min(value, lower)), whole(Math.max(value, upper)));
  }

  private static BigDecimal whole(double value) {
    return new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN);
  }

  /** The quantile function of a forecast. */
  @FunctionalInterface
  public interface Quantile {
    double at(double probability);
  }
}
