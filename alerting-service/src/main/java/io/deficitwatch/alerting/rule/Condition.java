package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.Ranking;
import java.math.BigDecimal;
import java.util.Optional;

/** When a rule has something to say. */
public sealed interface Condition {

  /** The value is lower than that of every other like period: a larger deficit than ever. */
  record NewRecord() implements Condition {}

  /** The value of the latest period comes to lie on the far side of a threshold. */
  record Crosses(Direction direction, Threshold threshold) implements Condition {
    public Crosses {
      if (threshold instanceof Threshold.LiveRecord && direction == Direction.ABOVE) {
        throw new IllegalArgumentException(
            "a live record is the lowest value: it can be crossed downwards only");
      }
    }
  }

  /** To which side of the threshold. */
  enum Direction {
    BELOW,
    ABOVE;

    boolean holds(BigDecimal value, BigDecimal limit) {
      return this == BELOW ? value.compareTo(limit) < 0 : value.compareTo(limit) > 0;
    }
  }

  /**
   * What a value has to be compared with, if that is known.
   *
   * @param ranking of the value among like periods
   */
  default Optional<Limit> limit(Optional<Ranking> ranking) {
    return this instanceof Crosses(var _, Threshold.Frozen frozen)
        ? Optional.of(new Limit(Limit.Kind.FROZEN, frozen.value(), frozen.label()))
        : ranking.flatMap(Ranking::lowestOther).map(Condition::liveRecord);
  }

  /** Whether it holds for the same values; a label changes nothing, nor does a way to write one. */
  default boolean isSameAs(Condition other) {
    return this instanceof Crosses(Direction ours, Threshold.Frozen limit)
            && other instanceof Crosses(Direction theirs, Threshold.Frozen otherLimit)
        ? ours == theirs && limit.isSameAs(otherLimit)
        : equals(other);
  }

  /** Whether a value on its own meets the condition, given the limit. Equal is not beyond. */
  default boolean holds(BigDecimal value, Limit limit) {
    Direction direction = this instanceof Crosses(Direction given, var _) ? given : Direction.BELOW;
    return direction.holds(value, limit.value());
  }

  /**
   * Whether every period is judged by itself, because each has a limit of its own. Otherwise
   * periods in a row that meet the condition are one crossing.
   */
  default boolean judgesEachPeriodAlone() {
    return !(this instanceof Crosses(var _, Threshold.Frozen _));
  }

  /** The limit that the holder of a record sets. */
  static Limit liveRecord(Ranking.Holder holder) {
    return new Limit(Limit.Kind.LIVE_RECORD, holder.value(), "record of " + holder.period());
  }
}
