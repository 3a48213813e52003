package io.deficitwatch.alerting.rule;

import io.deficitwatch.alerting.rule.Condition.Direction;
import io.deficitwatch.alerting.rule.Condition.ProjectedToCross;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Quantile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * How probable it is that a projection has passed a threshold by a period, read between the
 * quantiles of its running extremes. Beyond the outermost of them nothing is known but that it is
 * not more probable, or not less: theirs is answered.
 */
public final class CrossingProbability {
  private CrossingProbability() {}

  /** Empty where the projection does not tell its running extremes. */
  public static Optional<BigDecimal> of(Point point, ProjectedToCross condition) {
    boolean below = condition.direction() == Direction.BELOW;
    return (below ? point.lowest() : point.highest())
        .filter(quantiles -> !quantiles.isEmpty())
        .map(quantiles -> notAbove(quantiles, condition.threshold().value()))
        .map(probability -> below ? probability : BigDecimal.ONE.subtract(probability));
  }

  private static BigDecimal notAbove(List<Quantile> quantiles, BigDecimal threshold) {
    Quantile before = quantiles.getFirst();
    if (threshold.compareTo(before.value()) <= 0) {
      return before.probability();
    }
    for (Quantile next : quantiles) {
      if (threshold.compareTo(next.value()) <= 0) {
        return between(before, next, threshold);
      }
      before = next;
    }
    return before.probability();
  }

  private static BigDecimal between(Quantile a, Quantile b, BigDecimal threshold) {
    BigDecimal width = b.value().subtract(a.value());
    if (width.signum() == 0) {
      return b.probability();
    }
    return a.probability()
        .add(
            b.probability()
                .subtract(a.probability())
                .multiply(threshold.subtract(a.value()))
                .divide(width, MathContext.DECIMAL64));
  }
}
