package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private Variables() {}

  /** Whether there is a variable of the name. */
  public static boolean isOne(String name) {
    return NUMBERS.contains(name) || WHOLE_NUMBERS.contains(name) || TEXTS.contains(name);
  }

  static Map<String, Object> of(Snapshot snapshot, TimePeriod period) {
    Map<String, Object> variables = new HashMap<>();
    number(variables, "value", snapshot.value(period));
    number(variables, "previous", snapshot.value(Transform.CHANGE.base(period)));
    number(variables, "yearBefore", snapshot.value(Transform.CHANGE_ON_YEAR.base(period)));
    number(variables, "first", snapshot.first(period).map(Figure::value));
    number(variables, "change", Transform.CHANGE.apply(snapshot, period));
    number(variables, "changePercent", Transform.GROWTH.apply(snapshot, period));
    number(variables, "changeOnYear", Transform.CHANGE_ON_YEAR.apply(snapshot, period));
    number(variables, "changeOnYearPercent", Transform.GROWTH_ON_YEAR.apply(snapshot, period));
    snapshot
        .ranking(period)
        .ifPresent(
            ranking -> {
              variables.put("rank", (long) ranking.rank());
              variables.put("rankFromHighest", rankFromHighest(snapshot, period));
              variables.put("of", (long) ranking.of());
            });
    variables.put("year", (long) period.year());
    variables.put("period", period.toString());
    variables.put("indicator", snapshot.indicator().id());
    variables.put("area", snapshot.indicator().refArea());
    variables.put("frequency", snapshot.indicator().frequency().name());
    variables.put("unit", snapshot.indicator().unit());
    return variables;
  }

  private static long rankFromHighest(Snapshot snapshot, TimePeriod period) {
    BigDecimal value = snapshot.value(period).orElseThrow();
    return 1
        + snapshot
            .othersLike(period)
            .flatMap(like -> snapshot.value(like).stream())
            .filter(other -> other.compareTo(value) > 0)
            .count();
  }

  private static void number(
      Map<String, Object> variables, String name, Optional<BigDecimal> value) {
    value.ifPresent(known -> variables.put(name, known.doubleValue()));
  }
}
