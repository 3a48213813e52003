package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened to an alert, for people, in English and Japanese: which figure crossed what, since
 * when, why, and by which release. The words for a limit come from {@link LimitWording}.
 */
final class Summaries {
  private final AlertChanged change;
  private final Alert alert;
  private final Figures figures;
  private final LimitWording.Standing standing;

  private Summaries(AlertChanged change, Alert alert) {
    this.change = change;
    this.alert = alert;
    this.figures = figuresOf(change);
    this.standing = LimitWording.standing(change, figures);
  }

  /** With as many digits as tell apart what the change compares. */
  static Figures figuresOf(AlertChanged change) {
    List<BigDecimal> values =
        Stream.of(
                change.figure().value(),
                Optional.of(change.limit().value()),
                change.cause().revised().map(Figure::value))
            .flatMap(Optional::stream)
            .toList();
    return Figures.telling(change.indicator().unit(), values);
  }

  static AlertChanged withSummary(AlertChanged draft, Alert alert) {
    if (Measures.isMeasured(draft) || draft.transition() == AlertChanged.Transition.REGRADED) {
      return with(draft, MeasuredSummaries.of(draft, alert.period()));
    }
    var summaries = new Summaries(draft, alert);
    if (isNoLongerProjected(draft)) {
      return with(draft, summaries.noLongerProjected());
    }
    return with(draft, new LocalizedText(summaries.en(), summaries.ja()));
  }

  static AlertChanged with(AlertChanged draft, LocalizedText summary) {
    return new AlertChanged(
        draft.alertId(),
        draft.transition(),
        draft.sequence(),
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

  /** An alert on a projection, cleared by no other: the last period that counts is observed. */
  private static boolean isNoLongerProjected(AlertChanged change) {
    return change.transition() == AlertChanged.Transition.CLEARED
        && change.measure().isEmpty()
        && change.rule().condition().filter(type -> type.startsWith("PROJECTED_")).isPresent();
  }

  private LocalizedText noLongerProjected() {
    TimePeriod period = change.figure().period();
    Limit limit = change.limit();
    return new LocalizedText(
        "%s of %s is no longer projected: it %s. The alert of %s on passing %s (%s) is over%s."
            .formatted(
                name(),
                PeriodWords.en(period),
                is(),
                raisedAt().en(),
                figures.en(limit.value()),
                limit.label(),
                released()),
        "%sの%sは予測の対象ではなくなりました（%s）。%s（%s）に関するアラート（%s発生）は終了しました%s。"
            .formatted(
                name(),
                PeriodWords.ja(period),
                change.figure().value().map(v -> "実績：" + figures.ja(v)).orElse("値なし"),
                figures.ja(limit.value()),
                limit.label(),
                raisedAt().ja(),
                releasedJa()));
  }

  private String en() {
    String subject = "%s of %s".formatted(name(), PeriodWords.en(change.figure().period()));
    return switch (change.transition()) {
      case RAISED -> "%s %s: %s%s%s.".formatted(subject, is(), standing.en(), cause(), released());
      case CORRECTED ->
          "%s %s%s, and is still %s, as since the alert of %s%s."
              .formatted(subject, is(), revised(), standing.en(), raisedAt().en(), released());
      case CLEARED ->
          "%s %s%s: %s. The alert on %s of %s is over%s."
              .formatted(
                  subject,
                  is(),
                  revised(),
                  standing.enNot(),
                  PeriodWords.en(alert.period()),
                  raisedAt().en(),
                  released());
      case RETRACTED ->
          "The alert on %s of %s, raised %s, no longer stands: %s %s%s%s%s."
              .formatted(
                  name(),
                  PeriodWords.en(alert.period()),
                  raisedAt().en(),
                  PeriodWords.en(change.figure().period()),
                  is(),
                  revised(),
                  change.figure().value().map(_ -> ", " + standing.enNot()).orElse(""),
                  released());
      case REGRADED -> throw regraded();
    };
  }

  private String ja() {
    String subject = "%sの%sは".formatted(name(), PeriodWords.ja(change.figure().period()));
    String value = change.figure().value().map(figures::ja).orElse("値なし");
    return switch (change.transition()) {
      case RAISED ->
          "%s%sで、%s%s%s。".formatted(subject, value, standing.jaCame(), causeJa(), releasedJa());
      case CORRECTED ->
          "%s%s%sに改定されましたが、引き続き%s（アラートの発生：%s）%s。"
              .formatted(
                  subject,
                  change.cause().revised().map(was -> figures.ja(was.value()) + "から").orElse(""),
                  value,
                  standing.jaHolds(),
                  raisedAt().ja(),
                  releasedJa());
      case CLEARED ->
          "%s%s%sで、%s。%sのアラート（%s発生）は解消しました%s。"
              .formatted(
                  subject,
                  value,
                  revisedJa(),
                  standing.jaNot(),
                  PeriodWords.ja(alert.period()),
                  raisedAt().ja(),
                  releasedJa());
      case RETRACTED ->
          "%sの%sに関するアラート（%s発生）を取り消します：%sは%s%s%s%s。"
              .formatted(
                  name(),
                  PeriodWords.ja(alert.period()),
                  raisedAt().ja(),
                  PeriodWords.ja(change.figure().period()),
                  value,
                  revisedJa(),
                  change.figure().value().map(_ -> "で、" + standing.jaNot()).orElse(""),
                  releasedJa());
      case REGRADED -> throw regraded();
    };
  }

  private static IllegalStateException regraded() {
    return new IllegalStateException("told by MeasuredSummaries");
  }

  /** An indicator of one area has the area in its name. */
  private String name() {
    IndicatorRef indicator = change.indicator();
    return indicator.id().startsWith(indicator.refArea() + "-")
        ? indicator.id()
        : "%s (%s)".formatted(indicator.id(), indicator.refArea());
  }

  private String is() {
    return change.figure().value().map(value -> "is " + figures.en(value)).orElse("has no value");
  }

  private String cause() {
    return isRevision() ? ", by a revision alone" + revised() : "";
  }

  private String causeJa() {
    return isRevision() ? "（改定のみによる）" + revisedJa() : "";
  }

  private boolean isRevision() {
    return change.cause().kind() == Cause.Kind.REVISION;
  }

  private String revised() {
    return change
        .cause()
        .revised()
        .map(was -> " (revised from %s)".formatted(figures.en(was.value())))
        .orElse("");
  }

  private String revisedJa() {
    return change
        .cause()
        .revised()
        .map(was -> "（改定前%s）".formatted(figures.ja(was.value())))
        .orElse("");
  }

  private String released() {
    return "; released " + Moments.of(change.figure().vintage().releasedAt()).en();
  }

  private String releasedJa() {
    return "［公表：%s］".formatted(Moments.of(change.figure().vintage().releasedAt()).ja());
  }

  private LocalizedText raisedAt() {
    return Moments.of(alert.evidence().raisedAt());
  }
}
