package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;

/** One sentence for people where something else than the figure itself was compared. */
final class MeasuredSummaries {
  private MeasuredSummaries() {}

  static LocalizedText of(AlertChanged change, TimePeriod raisedFor) {
    String period = PeriodWords.ja(change.figure().period());
    return new LocalizedText(
        "%s of %s %s: %s (limit %s, %s)%s."
            .formatted(
                change.indicator().id(),
                change.figure().period(),
                what(change, raisedFor),
                Measures.measured(change).en(),
                Measures.limit(change).en(),
                change.limit().label(),
                change.cause().kind() == Cause.Kind.REVISION ? ", by a revision" : ""),
        "%sの%s%s：%s（基準%s、%s）%s。"
            .formatted(
                change.indicator().id(),
                period,
                whatJa(change, raisedFor),
                Measures.measured(change).ja(),
                Measures.limit(change).ja(),
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

  static String severityJa(String severity) {
    return switch (severity) {
      case "info" -> "「情報」";
      case "warning" -> "「警告」";
      case "critical" -> "「重大」";
      default -> severity;
    };
  }
}
