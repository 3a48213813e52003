package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.LocalizedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was compared with a limit, where it is something else than the figure itself, in words. */
final class Measures {
  private static final int DECIMALS = 2;
  private static final LocalizedText NONE = new LocalizedText("no value", "値なし");

  private Measures() {}

  /** Whether something else than the figure was compared: a change, a rank, a probability. */
  static boolean isMeasured(AlertChanged change) {
    return change.measure().isPresent() || change.limit().unit().isPresent();
  }

  static LocalizedText limit(AlertChanged change) {
    return words(change, change.limit().value(), change.limit().unit());
  }

  /** What was measured, or the figure itself. */
  static LocalizedText measured(AlertChanged change) {
    return change
        .measure()
        .map(measure -> words(change, measure.value(), Optional.of(measure.unit())))
        .or(() -> change.figure().value().map(value -> words(change, value, Optional.empty())))
        .orElse(NONE);
  }

  /** In the unit given, or that of the indicator. */
  private static LocalizedText words(AlertChanged change, BigDecimal value, Optional<String> unit) {
    String number = rounded(value);
    return switch (unit.orElse(change.indicator().unit())) {
      case "PERCENT" -> new LocalizedText(number + " %", number + "％");
      case "RANK" -> new LocalizedText("place " + number, number + "位");
      case "RATIO" -> new LocalizedText(number + " times", number + "倍");
      case "PROBABILITY" -> new LocalizedText("probability " + number, "確率" + number);
      case "DAYS" -> new LocalizedText(number + " days", number + "日");
      case "EXPRESSION" -> new LocalizedText("true", "真");
      case String money -> {
        Figures figures = Figures.telling(money, compared(change));
        yield new LocalizedText(figures.en(value), figures.ja(value));
      }
    };
  }

  private static List<BigDecimal> compared(AlertChanged change) {
    return Stream.of(
            change.figure().value(),
            change.measure().map(AlertChanged.Measure::value),
            Optional.of(change.limit().value()),
            change.cause().revised().map(Figure::value))
        .flatMap(Optional::stream)
        .toList();
  }

  private static String rounded(BigDecimal value) {
    return value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
