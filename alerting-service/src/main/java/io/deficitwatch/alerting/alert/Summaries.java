package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;

/** One sentence for people about a change of an alert, in English and Japanese. */
final class Summaries {
  private Summaries() {}

  static AlertChanged withSummary(AlertChanged draft, Alert alert) {
    boolean measured = draft.measure().isPresent() || draft.limit().unit().isPresent();
    LocalizedText summary =
        measured ? MeasuredSummaries.of(draft, alert.period()) : ofFigure(draft, alert);
    return with(draft, summary);
  }

  private static LocalizedText ofFigure(AlertChanged draft, Alert alert) {
    return switch (draft.transition()) {
      case RAISED -> raised(draft);
      case CLEARED -> cleared(draft, alert.period());
      case CORRECTED -> corrected(draft);
      case RETRACTED -> retracted(draft, alert.period());
      case REGRADED -> MeasuredSummaries.of(draft, alert.period());
    };
  }

  private static AlertChanged with(AlertChanged draft, LocalizedText summary) {
    return new AlertChanged(
        draft.alertId(),
        draft.transition(),
        draft.subscriberId(),
        draft.rule(),
        draft.indicator(),
        draft.figure(),
        draft.cause(),
        draft.limit(),
        draft.measure(),
        draft.ranking(),
        summary,
        draft.occurredAt());
  }

  private static LocalizedText raised(AlertChanged change) {
    Figures figures = new Figures(change.indicator().unit());
    boolean record = change.limit().kind() == Limit.Kind.LIVE_RECORD;
    String what =
        record
            ? "is a new record, beyond the " + change.limit().label()
            : "is now %s the limit (%s)".formatted(side(change), change.limit().label());
    String whatJa =
        record
            ? "は過去最大となりました（これまでは%s）".formatted(figures.ja(change.limit().value()))
            : "は基準（%s）を%sました".formatted(change.limit().label(), sideJa(change));
    return new LocalizedText(
        "%s %s of %s %s of %s%s."
            .formatted(
                name(change),
                "at " + figures.en(value(change)),
                change.figure().period(),
                what,
                figures.en(change.limit().value()),
                change.cause().kind() == Cause.Kind.REVISION
                    ? ", by a revision alone" + before(change, figures)
                    : ""),
        "%sの%s%s：%s%s。"
            .formatted(
                name(change),
                PeriodWords.ja(change.figure().period()),
                whatJa,
                figures.ja(value(change)),
                change.cause().kind() == Cause.Kind.REVISION
                    ? "（改定のみによる" + beforeJa(change, figures) + "）"
                    : ""));
  }

  private static LocalizedText cleared(AlertChanged change, TimePeriod raisedFor) {
    Figures figures = new Figures(change.indicator().unit());
    return new LocalizedText(
        "%s of %s at %s no longer meets the condition raised for %s (limit %s)."
            .formatted(
                name(change),
                change.figure().period(),
                figures.en(value(change)),
                raisedFor,
                figures.en(change.limit().value())),
        "%sの%sは%sで、%sに発生したアラートの条件を満たさなくなりました（基準%s）。"
            .formatted(
                name(change),
                PeriodWords.ja(change.figure().period()),
                figures.ja(value(change)),
                PeriodWords.ja(raisedFor),
                figures.ja(change.limit().value())));
  }

  private static LocalizedText corrected(AlertChanged change) {
    Figures figures = new Figures(change.indicator().unit());
    return new LocalizedText(
        "%s of %s was revised and is still %s %s: %s%s."
            .formatted(
                name(change),
                change.figure().period(),
                side(change),
                figures.en(change.limit().value()),
                figures.en(value(change)),
                before(change, figures)),
        "%sの%sは改定後も%sを%sています：%s（%s）。"
            .formatted(
                name(change),
                PeriodWords.ja(change.figure().period()),
                figures.ja(change.limit().value()),
                sideJa(change),
                figures.ja(value(change)),
                beforeJa(change, figures).replaceFirst("^、", "")));
  }

  private static LocalizedText retracted(AlertChanged change, TimePeriod raisedFor) {
    Figures figures = new Figures(change.indicator().unit());
    String now = change.figure().value().map(figures::en).orElse("no value");
    String nowJa = change.figure().value().map(figures::ja).orElse("値なし");
    return new LocalizedText(
        "The alert on %s of %s no longer stands: %s is %s%s."
            .formatted(
                name(change), raisedFor, change.figure().period(), now, before(change, figures)),
        "%sの%sに関するアラートを取り消します：%sは%s%s。"
            .formatted(
                name(change),
                PeriodWords.ja(raisedFor),
                PeriodWords.ja(change.figure().period()),
                nowJa,
                beforeJa(change, figures)));
  }

  private static String name(AlertChanged change) {
    return change.indicator().id();
  }

  private static BigDecimal value(AlertChanged change) {
    return change.figure().value().orElseThrow();
  }

  private static String before(AlertChanged change, Figures figures) {
    return change.cause().revised().map(was -> ", before " + figures.en(was.value())).orElse("");
  }

  private static String beforeJa(AlertChanged change, Figures figures) {
    return change.cause().revised().map(was -> "、改定前" + figures.ja(was.value())).orElse("");
  }

  private static String side(AlertChanged change) {
    return isBelow(change) ? "below" : "above";
  }

  private static String sideJa(AlertChanged change) {
    return isBelow(change) ? "下回っ" : "上回っ";
  }

  private static boolean isBelow(AlertChanged change) {
    return value(change).compareTo(change.limit().value()) < 0;
  }
}
