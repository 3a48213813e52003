package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.time.Duration;
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

  /** The value of the latest period comes to lie in a range, both ends included, or out of it. */
  record Ranges(Side side, Threshold.Frozen lower, Threshold.Frozen upper) implements Condition {
    public Ranges {
      if (lower.value().compareTo(upper.value()) > 0) {
        throw new IllegalArgumentException("the lower end lies above the upper end");
      }
    }
  }

  /**
   * The value grew or fell by more than a percentage.
   *
   * @param on {@link Transform#GROWTH} or {@link Transform#GROWTH_ON_YEAR}
   * @param percent above 0
   */
  record ChangesBy(Transform on, Movement movement, BigDecimal percent) implements Condition {}

  /**
   * The value is among the lowest or the highest of like periods.
   *
   * @param places how many, from 1
   */
  record Ranks(End end, int places) implements Condition {}

  /** The ratio to another indicator of the same area, frequency and period passes a limit. */
  record RatioTo(String indicatorId, Direction direction, BigDecimal limit) implements Condition {}

  /**
   * A figure was revised by more than so much, in either direction.
   *
   * @param since the figure that it is compared with
   * @param unit {@link Transform#PERCENT}, or that of the indicator
   */
  record Revised(Since since, BigDecimal amount, String unit) implements Condition {}

  /**
   * The projection passes the threshold by a period with at least a probability.
   *
   * @param probability above 0, below 1
   * @param by the last period that counts
   */
  record ProjectedToCross(
      Direction direction, Threshold.Frozen threshold, BigDecimal probability, TimePeriod by)
      implements Condition {}

  /** A release that the indicator is made of did not come when it was due. */
  record ReleaseLate() implements Condition {}

  /** A release that the indicator is made of is held back for an operator. */
  record ReleaseHeld() implements Condition {}

  /** No new period came for a time. */
  record NoData(Duration after) implements Condition {}

  /** An expression in CEL is true of the latest period. */
  record Expression(String text) implements Condition {}

  /** To which side of the threshold. */
  enum Direction {
    BELOW,
    ABOVE;

    boolean holds(BigDecimal value, BigDecimal limit) {
      return this == BELOW ? value.compareTo(limit) < 0 : value.compareTo(limit) > 0;
    }
  }

  /** Of a range. */
  enum Side {
    INSIDE,
    OUTSIDE
  }

  /** Which changes count. */
  enum Movement {
    RISES,
    FALLS,
    EITHER
  }

  /** Of an order from the lowest value. */
  enum End {
    LOWEST,
    HIGHEST
  }

  /** What a revised figure is compared with. */
  enum Since {
    /** The figure just before. */
    PREVIOUS,
    /** The figure as first published. */
    FIRST
  }

  /** How its alerts relate to periods. */
  enum Kind {
    /**
     * Periods in a row that meet the condition are one alert, which the first that does not ends.
     */
    CROSSING,
    /** Every new period is judged by itself, because each has a limit of its own. */
    EACH_PERIOD,
    /** Something happens to a figure; the alert is over with the next release. */
    REVISION,
    /** Not about the values of the series. */
    OTHER
  }

  default Kind kind() {
    return switch (this) {
      case NewRecord _, Ranks _, Crosses(var _, Threshold.LiveRecord _) -> Kind.EACH_PERIOD;
      case Crosses _, Ranges _, ChangesBy _, RatioTo _, Expression _ -> Kind.CROSSING;
      case Revised _ -> Kind.REVISION;
      case ProjectedToCross _, ReleaseLate _, ReleaseHeld _, NoData _ -> Kind.OTHER;
    };
  }

  /** As it is written in requests and events. */
  default String type() {
    return switch (this) {
      case NewRecord _ -> "NEW_RECORD";
      case Crosses crosses -> "CROSSES_" + crosses.direction();
      case Ranges ranges -> ranges.side() + "_RANGE";
      case ChangesBy _ -> "CHANGES_BY";
      case Ranks _ -> "RANKS";
      case RatioTo ratio -> "RATIO_" + ratio.direction();
      case Revised _ -> "REVISED_BY";
      case ProjectedToCross crosses -> "PROJECTED_" + crosses.direction();
      case ReleaseLate _ -> "RELEASE_LATE";
      case ReleaseHeld _ -> "RELEASE_HELD";
      case NoData _ -> "NO_DATA";
      case Expression _ -> "EXPRESSION";
    };
  }

  /** The other indicator that it looks at. */
  default Optional<String> otherIndicator() {
    return this instanceof RatioTo ratio ? Optional.of(ratio.indicatorId()) : Optional.empty();
  }

  /** The unit that its figures are in, if it says so. */
  default Optional<String> figureUnit() {
    return switch (this) {
      case Crosses(var _, Threshold.Frozen frozen) -> frozen.unit();
      case Ranges ranges -> ranges.lower().unit();
      case Revised revised -> Optional.of(revised.unit());
      case ProjectedToCross crosses -> crosses.threshold().unit();
      default -> Optional.empty();
    };
  }

  /** Whether it holds for the same values; a label changes nothing, nor does a way to write one. */
  default boolean isSameAs(Condition other) {
    return SameCondition.plain(this).equals(SameCondition.plain(other));
  }

  /** The limit that the holder of a record sets. */
  static Limit liveRecord(Ranking.Holder holder) {
    return new Limit(Limit.Kind.LIVE_RECORD, holder.value(), "record of " + holder.period());
  }
}
