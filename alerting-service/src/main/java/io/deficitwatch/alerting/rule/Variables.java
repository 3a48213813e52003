package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;

/**
 * What an expression can ask of a period. Numbers are doubles, as CEL has no decimals: a yen figure
 * is exact up to 9,007 trillion.
 */
public final class Variables {
  /** The names of those that are numbers with a fraction. */
  public static final List<String> NUMBERS =
      List.of(
          "value",
          "previous",
          "yearBefore",
          "first",
          "change",
          "changePercent",
          "changeOnYear",
          "changeOnYearPercent");

  /** Whole numbers. */
  public static final List<String> WHOLE_NUMBERS = List.of("rank", "rankFromHighest", "of", "year");

  /** Texts. */
  public static final List<String> TEXTS =
      List.of("period", "indicator", "area", "frequency", "unit");

  private final Snapshot snapshot;
  private final TimePeriod period;

  Variables(Snapshot snapshot, TimePeriod period) {
    this.snapshot = snapshot;
    this.period = period;
  }

  /** Whether there is a variable of the name. */
  public static boolean isOne(String name) {
    return NUMBERS.contains(name) || WHOLE_NUMBERS.contains(name) || TEXTS.contains(name);
  }

  /** Empty if it has no value for the period. */
  Optional<Object> find(String name) {
    return switch (name) {
      case "value" -> number(snapshot.value(period));
      case "previous" -> number(snapshot.value(Transform.CHANGE.base(period)));
      case "yearBefore" -> number(snapshot.value(Transform.CHANGE_ON_YEAR.base(period)));
      case "first" -> number(snapshot.first(period).map(Figure::value));
      case "change" -> number(Transform.CHANGE.apply(snapshot, period));
      case "changePercent" -> number(Transform.GROWTH.apply(snapshot, period));
      case "changeOnYear" -> number(Transform.CHANGE_ON_YEAR.apply(snapshot, period));
      case "changeOnYearPercent" -> number(Transform.GROWTH_ON_YEAR.apply(snapshot, period));
      case "rank" -> place(value -> others(value, order -> order < 0));
      case "rankFromHighest" -> place(value -> others(value, order -> order > 0));
      case "of" -> place(_ -> snapshot.othersLike(period).count());
      case "year" -> Optional.of((long) period.year());
      case "period" -> Optional.of(period.toString());
      case "indicator" -> Optional.of(snapshot.indicator().id());
      case "area" -> Optional.of(snapshot.indicator().refArea());
      case "frequency" -> Optional.of(snapshot.indicator().frequency().name());
      case "unit" -> Optional.of(snapshot.indicator().unit());
      default -> throw new IllegalArgumentException("no variable: " + name);
    };
  }

  private static Optional<Object> number(Optional<BigDecimal> value) {
    return value.map(BigDecimal::doubleValue);
  }

  /** Counted from 1. */
  private Optional<Object> place(ToLongFunction<BigDecimal> before) {
    return snapshot.value(period).map(value -> 1 + before.applyAsLong(value));
  }

  private long others(BigDecimal value, IntPredicate order) {
    return snapshot
        .othersLike(period)
        .flatMap(like -> snapshot.value(like).stream())
        .filter(other -> order.test(other.compareTo(value)))
        .count();
  }
}
