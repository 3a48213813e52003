package io.deficitwatch.metrics.backtest;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One projection that would have been made, beside what came.
 *
 * @param vintage the newest release that it would have known
 * @param lastObserved and the last period
 * @param lastValue its value, as known then
 * @param method as fitted to what was known then
 * @param steps the periods after it of which the figure is known by now
 */
public record Origin(
    Vintage vintage,
    TimePeriod lastObserved,
    BigDecimal lastValue,
    Method method,
    List<Step> steps) {
  public Origin {
    steps = List.copyOf(steps);
  }

  /**
   * @param step how many periods ahead, from 1
   * @param projected point forecast, base units
   * @param interval50 empty if the projection had none
   * @param actual what came, base units
   */
  public record Step(
      int step,
      TimePeriod period,
      BigDecimal projected,
      Optional<Interval> interval50,
      Interval interval80,
      Interval interval95,
      BigDecimal actual) {
    // Without the quantiles of a point, of which there are many and nobody asks for
    static Step of(int step, Point point, BigDecimal actual) {
      return new Step(
          step,
          point.period(),
          point.value(),
          point.interval50(),
          point.interval80(),
          point.interval95(),
          actual);
    }

    /** What came less what was projected. */
    public BigDecimal error() {
      return actual.subtract(projected);
    }
  }
}
