package io.deficitwatch.metrics.transform;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.CombinedHistory;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** What is made of the values of an indicator. */
public enum Transform {
  /** The values as they are. */
  LEVEL(false),
  /** Difference to the period before. */
  CHANGE(false),
  /** Difference to the like period a year earlier. */
  CHANGE_ON_YEAR(false),
  /** Change in per cent of the distance from zero of the period before: a growing deficit falls. */
  GROWTH(true),
  /** Growth on the like period a year earlier, in per cent. */
  GROWTH_ON_YEAR(true),
  /** Per cent of the value of another indicator, as of a total that it is part of. */
  PER_CENT_OF(true),
  /** Running sum from the first period asked for. */
  CUMULATIVE(false);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final boolean perCent;

  Transform(boolean perCent) {
    this.perCent = perCent;
  }

  /** Whether its values are per cent, whatever the unit of the indicator. */
  public boolean isPerCent() {
    return perCent;
  }

  public boolean needsComparator() {
    return this == PER_CENT_OF;
  }

  /**
   * Whether it means something at this frequency. A year to date begins anew each January, and
   * overlapping periods add up to nothing.
   */
  public boolean fits(Frequency frequency) {
    return switch (this) {
      case LEVEL, CHANGE_ON_YEAR, GROWTH_ON_YEAR, PER_CENT_OF -> true;
      case CHANGE, GROWTH -> frequency != Frequency.YTD;
      case CUMULATIVE -> !frequency.isRolling();
    };
  }

  /**
   * Applies it at every vintage.
   *
   * @param comparators the other indicator for {@link #PER_CENT_OF}, else empty
   */
  SortedMap<TimePeriod, IndicatorHistory> apply(
      SortedMap<TimePeriod, IndicatorHistory> histories,
      Map<TimePeriod, IndicatorHistory> comparators) {
    return switch (this) {
      case LEVEL -> histories;
      case CHANGE -> against(histories, histories, Transform::before, Reading::minus);
      case CHANGE_ON_YEAR -> against(histories, histories, Transform::yearBefore, Reading::minus);
      case GROWTH -> against(histories, histories, Transform::before, Transform::growth);
      case GROWTH_ON_YEAR ->
          against(histories, histories, Transform::yearBefore, Transform::growth);
      case PER_CENT_OF ->
          against(
              histories,
              comparators,
              UnaryOperator.identity(),
              (part, whole) -> part.over(whole).times(HUNDRED));
      case CUMULATIVE -> cumulative(histories);
    };
  }

  private static SortedMap<TimePeriod, IndicatorHistory> against(
      SortedMap<TimePeriod, IndicatorHistory> histories,
      Map<TimePeriod, IndicatorHistory> others,
      UnaryOperator<TimePeriod> which,
      BinaryOperator<Reading> rule) {
    SortedMap<TimePeriod, IndicatorHistory> transformed = new TreeMap<>();
    histories.forEach(
        (period, history) -> {
          IndicatorHistory other =
              others.getOrDefault(which.apply(period), new IndicatorHistory(period, List.of()));
          put(
              transformed,
              CombinedHistory.of(
                  period,
                  List.of(history, other),
                  readings -> rule.apply(readings.getFirst(), readings.getLast())));
        });
    return transformed;
  }

  private static SortedMap<TimePeriod, IndicatorHistory> cumulative(
      SortedMap<TimePeriod, IndicatorHistory> histories) {
    SortedMap<TimePeriod, IndicatorHistory> sums = new TreeMap<>();
    if (histories.isEmpty()) {
      return sums;
    }
    // A gap ends it: what follows would be a sum of something else
    IndicatorHistory sum = histories.firstEntry().getValue();
    put(sums, sum);
    for (TimePeriod period = sum.period().plus(1);
        histories.containsKey(period);
        period = period.plus(1)) {
      sum = CombinedHistory.of(period, List.of(sum, histories.get(period)), Reading::sum);
      put(sums, sum);
    }
    return sums;
  }

  private static void put(
      SortedMap<TimePeriod, IndicatorHistory> histories, IndicatorHistory history) {
    if (!history.figures().isEmpty()) {
      histories.put(history.period(), history);
    }
  }

  private static Reading growth(Reading now, Reading before) {
    return now.minus(before).over(before.absolute()).times(HUNDRED);
  }

  private static TimePeriod before(TimePeriod period) {
    return period.plus(-1);
  }

  private static TimePeriod yearBefore(TimePeriod period) {
    return new TimePeriod(period.frequency(), period.year() - 1, period.ordinal());
  }
}
