package io.deficitwatch.alerting.rule;

import io.deficitwatch.alerting.rule.Condition.ChangesBy;
import io.deficitwatch.alerting.rule.Condition.Crosses;
import io.deficitwatch.alerting.rule.Condition.ProjectedToCross;
import io.deficitwatch.alerting.rule.Condition.Ranges;
import io.deficitwatch.alerting.rule.Condition.RatioTo;
import io.deficitwatch.alerting.rule.Condition.Revised;
import java.math.BigDecimal;
import java.util.Optional;

/** Conditions without what makes no difference: labels, sources, zeros behind the point. */
final class SameCondition {
  private SameCondition() {}

  static Condition plain(Condition condition) {
    return switch (condition) {
      case Crosses crosses -> new Crosses(crosses.direction(), plain(crosses.threshold()));
      case Ranges(var side, var lower, var upper) -> new Ranges(side, plain(lower), plain(upper));
      case ChangesBy(var on, var movement, var percent) ->
          new ChangesBy(on, movement, plain(percent));
      case RatioTo(var indicator, var direction, var limit) ->
          new RatioTo(indicator, direction, plain(limit));
      case Revised(var since, var amount, var unit) -> new Revised(since, plain(amount), unit);
      case ProjectedToCross(var direction, var threshold, var probability, var by) ->
          new ProjectedToCross(direction, plain(threshold), plain(probability), by);
      case Condition.NewRecord _,
          Condition.Ranks _,
          Condition.ReleaseLate _,
          Condition.ReleaseHeld _,
          Condition.NoData _,
          Condition.Expression _ ->
          condition;
    };
  }

  private static Threshold plain(Threshold threshold) {
    return threshold instanceof Threshold.Frozen frozen ? plain(frozen) : threshold;
  }

  private static Threshold.Frozen plain(Threshold.Frozen frozen) {
    return new Threshold.Frozen(plain(frozen.value()), frozen.unit(), "", Optional.empty());
  }

  private static BigDecimal plain(BigDecimal figure) {
    return figure.signum() == 0 ? BigDecimal.ZERO : figure.stripTrailingZeros();
  }
}
