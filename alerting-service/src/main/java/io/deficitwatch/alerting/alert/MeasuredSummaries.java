package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** One sentence for people where something else than the figure itself was compared. */
final class MeasuredSummaries {
  private static final int DECIMALS = 2;

  private MeasuredSummaries() {}

  static LocalizedText of(AlertChanged change, TimePeriod raisedFor) {
    String period = PeriodWords.ja(change.figure().period());
    return new LocalizedText(
        "%s of %s %s: %s (limit %s, %s)%s."
            .formatted(
                change.indicator().id(),
                change.figure().period(),
                what(change, raisedFor),
                measured(change, false),
                figure(change, change.limit().value(), change.limit().unit(), false),
                change.limit().label(),
                change.cause().kind() == Cause.Kind.REVISION ? ", by a revision" : ""),
        "%sの%s%s：%s（基準%s、%s）%s。"
            .formatted(
                change.indicator().id(),
                period,
                whatJa(change, raisedFor),
                measured(change, true),
                figure(change, change.limit().value(), change.limit().unit(), true),
                change.limit().label(),
                change.cause().kind() == Cause.Kind.REVISION ? "（改定による）" : ""));
  }

  private static String what(AlertChanged change, TimePeriod raisedFor) {
    return switch (change.transition()) {
      case RAISED -> "meets the condition";
      case CLEARED -> "no longer meets the condition raised for " + raisedFor;
      case CORRECTED -> "was revised and still meets the condition";
      case RETRACTED -> "no longer stands as the alert on " + raisedFor + " had it";
      case REGRADED ->
          "is now %s, before %s"
              .formatted(
                  change.rule().severity(), change.rule().severityBefore().orElse("another"));
    };
  }

  private static String whatJa(AlertChanged change, TimePeriod raisedFor) {
    return switch (change.transition()) {
      case RAISED -> "は条件を満たしました";
      case CLEARED -> "は、" + PeriodWords.ja(raisedFor) + "に発生したアラートの条件を満たさなくなりました";
      case CORRECTED -> "は改定後も条件を満たしています";
      case RETRACTED -> "により、" + PeriodWords.ja(raisedFor) + "に関するアラートを取り消します";
      case REGRADED ->
          "の重要度は%sから%sになりました"
              .formatted(
                  severityJa(change.rule().severityBefore().orElse("")),
                  severityJa(change.rule().severity()));
    };
  }

  private static String severityJa(String severity) {
    return switch (severity) {
      case "info" -> "「情報」";
      case "warning" -> "「警告」";
      case "critical" -> "「重大」";
      default -> severity;
    };
  }

  private static String measured(AlertChanged change, boolean japanese) {
    return change
        .measure()
        .map(measure -> figure(change, measure.value(), Optional.of(measure.unit()), japanese))
        .or(
            () ->
                change
                    .figure()
                    .value()
                    .map(value -> figure(change, value, Optional.empty(), japanese)))
        .orElse(japanese ? "値なし" : "no value");
  }

  /** In the unit given, or that of the indicator. */
  private static String figure(
      AlertChanged change, BigDecimal value, Optional<String> unit, boolean japanese) {
    String own = change.indicator().unit();
    return switch (unit.orElse(own)) {
      case "PERCENT" -> rounded(value) + (japanese ? "％" : " %");
      case "RANK" -> japanese ? rounded(value) + "位" : "place " + rounded(value);
      case "RATIO" -> japanese ? rounded(value) + "倍" : rounded(value) + " times";
      case "PROBABILITY" -> japanese ? "確率" + rounded(value) : "probability " + rounded(value);
      case "DAYS" -> rounded(value) + (japanese ? "日" : " days");
      case "EXPRESSION" -> japanese ? "真" : "true";
      case String other -> {
        Figures figures = new Figures(other);
        yield japanese ? figures.ja(value) : figures.en(value);
      }
    };
  }

  private static String rounded(BigDecimal value) {
    BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString();
  }
}
