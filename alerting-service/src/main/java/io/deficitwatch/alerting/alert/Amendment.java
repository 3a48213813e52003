package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.Figure;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is told of an alert whose past a late release has changed: how it stands now, once, whatever
 * happened in between by what is now known.
 */
final class Amendment {
  private final Course course;
  private final KeptAlert before;
  private final Alert end;

  private Amendment(Rule rule, Course course, KeptAlert before) {
    this.course = course;
    this.before = before;
    // Without levels the severity is the rule's own, which its owner may have changed meanwhile
    Alert told = before.alert();
    Alert now = course.alert();
    String severity = (rule.options().levels().isEmpty() ? told : now).rule().severity();
    this.end = now.inWordsOf(told, severity);
  }

  /** Empty if the alert stands as it was told. A changed limit alone is no news. */
  static Optional<Step> of(Rule rule, Course course, KeptAlert before) {
    var amendment = new Amendment(rule, course, before);
    return amendment.isAsTold() ? Optional.empty() : Optional.of(amendment.step());
  }

  private boolean isAsTold() {
    Alert told = before.alert();
    return end.state() == told.state()
        && isSame(value(end), value(told))
        && (end.state() != AlertState.FIRING
            || end.rule().severity().equals(told.rule().severity()));
  }

  private static Optional<BigDecimal> value(Alert alert) {
    return alert.evidence().found().value();
  }

  private static boolean isSame(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.map(v -> b.filter(w -> v.compareTo(w) == 0).isPresent()).orElse(b.isEmpty());
  }

  private Step step() {
    Step last = course.last();
    Step.Kind kind = kind();
    boolean isNews = !before.steps().contains(last.key());
    return isNews && (last.kind() == kind || !last.kind().isAnnounced())
        ? last.of(end)
        : amending(last, kind);
  }

  private Step.Kind kind() {
    AlertState was = before.alert().state();
    boolean stays = was == end.state();
    return switch (end.state()) {
      case FIRING -> stays ? changedWhileFiring() : Step.Kind.RAISED;
      case RETRACTED -> stays ? Step.Kind.CORRECTED : Step.Kind.RETRACTED;
      case PENDING -> was == AlertState.FIRING ? Step.Kind.CLEARED : Step.Kind.PENDING;
      case RESOLVED ->
          switch (was) {
            case PENDING -> Step.Kind.LAPSED;
            case FIRING -> Step.Kind.CLEARED;
            case RESOLVED, RETRACTED -> Step.Kind.CORRECTED;
          };
    };
  }

  private Step.Kind changedWhileFiring() {
    boolean graded = !end.rule().severity().equals(before.alert().rule().severity());
    return graded ? Step.Kind.REGRADED : Step.Kind.CORRECTED;
  }

  private Step amending(Step last, Step.Kind kind) {
    Found told = before.alert().evidence().found();
    Found found = kind == Step.Kind.CLEARED ? last.found() : end.evidence().found();
    Optional<Figure> revised =
        told.value()
            .filter(_ -> found.period().equals(told.period()))
            .filter(value -> !isSame(Optional.of(value), found.value()))
            .map(value -> new Figure(value, told.vintage()));
    boolean sameFigure = found.equals(last.found());
    return new Step(
        last.number(),
        kind,
        end,
        found,
        new Cause(Cause.Kind.REVISION, revised, Optional.of(last.vintage())),
        sameFigure ? last.limit() : end.evidence().limit(),
        sameFigure ? last.measure() : Optional.empty(),
        sameFigure ? last.ranking() : Optional.empty(),
        true);
  }
}
