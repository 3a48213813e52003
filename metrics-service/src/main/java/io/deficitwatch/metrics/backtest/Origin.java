package io.deficitwatch.metrics.backtest;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.util.List;

/**
 * One projection that would have been made, beside what came.
 *
 * @param vintage the newest release that it would have known
 * @param lastObserved and the last period
 * @param lastValue its value, as known then
 * @param method id, as in {@code COMBINATION}
 * @param steps the periods after it of which the figure is known by now
 */
public record Origin(
    Vintage vintage,
    TimePeriod lastObserved,
    BigDecimal lastValue,
    String method,
    List<Step> steps) {
  public Origin {
    steps = List.copyOf(steps);
  }

  /**
   * @param step how many periods ahead, from 1
   * @param actual what came, base units
   */
  public record Step(int step, Point point, BigDecimal actual) {
    /** What came less what was projected. */
    public BigDecimal error() {
      return actual.subtract(point.value());
    }
  }
}
