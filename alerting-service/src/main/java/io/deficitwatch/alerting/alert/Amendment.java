package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Level;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Measure;
import io.deficitwatch.contracts.event.Figure;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is told of an alert whose past a late release has changed: how it stands now, once, whatever
 * happened in between by what is now known. Its cause is the release that came late. What nobody
 * was told of ends and changes without a word.
 */
final class Amendment {
  private final Rule rule;
  private final Course course;
  private final KeptAlert before;
  private final Occasion occasion;
  private final Alert was;
  private final Alert end;

  private Amendment(Rule rule, Course course, KeptAlert before, Occasion occasion) {
    this.rule = rule;
    this.course = course;
    this.before = before;
    this.occasion = occasion;
    this.was = before.alert();
    Alert now = course.alert();
    this.end = now.inWordsOf(was, (isOfAnotherLevel(now) ? now : was).rule().severity());
  }

  /** Empty if the alert stands as it was told. A changed limit alone is no news. */
  static Optional<Step> of(Rule rule, Course course, KeptAlert before, Occasion occasion) {
    var amendment = new Amendment(rule, course, before, occasion);
    return amendment.isAsTold() ? Optional.empty() : Optional.of(amendment.step());
  }

  /** By the levels: the rule's own severity is its owner's to change. */
  private boolean isOfAnotherLevel(Alert now) {
    return !level(now).equals(level(was));
  }

  private Optional<String> level(Alert alert) {
    return rule.options().levels().stream()
        .map(Level::severity)
        .map(severity -> severity.code())
        .filter(alert.rule().severity()::equals)
        .findFirst();
  }

  private boolean isAsTold() {
    if (end.state() != was.state()) {
      return false;
    }
    boolean same = isSame(value(end), value(was)) && isSameMeasure();
    return switch (end.state()) {
      // It said that there is no ground; another figure changes nothing about that
      case RETRACTED -> true;
      // What is over of it is not about its figure
      case RESOLVED -> same || rule.condition().kind() == Condition.Kind.OTHER;
      case FIRING -> same && !isOfAnotherLevel(end);
      case PENDING -> same;
    };
  }

  private static Optional<BigDecimal> value(Alert alert) {
    return alert.evidence().found().value();
  }

  /** As far as both are known. */
  private boolean isSameMeasure() {
    Optional<BigDecimal> now = end.evidence().measure().map(Measure::value);
    Optional<BigDecimal> then = was.evidence().measure().map(Measure::value);
    return now.isEmpty() || then.isEmpty() || isSame(now, then);
  }

  private static boolean isSame(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.map(v -> b.filter(w -> v.compareTo(w) == 0).isPresent()).orElse(b.isEmpty());
  }

  private Step step() {
    Step last = course.last();
    Step.Kind kind = kind();
    boolean isNext =
        last.kind() == kind || kind == Step.Kind.CLEARED && last.kind() == Step.Kind.SUPERSEDED;
    return isNext && !before.steps().contains(last.key()) ? last.of(end) : amending(last, kind);
  }

  private Step.Kind kind() {
    if (!before.told()) {
      return switch (end.state()) {
        case FIRING -> Step.Kind.RAISED;
        case PENDING -> Step.Kind.PENDING;
        case RESOLVED, RETRACTED -> Step.Kind.LAPSED;
      };
    }
    boolean fired = was.state() == AlertState.FIRING;
    return switch (end.state()) {
      case FIRING -> fired ? changedWhileFiring() : Step.Kind.RAISED;
      case RETRACTED -> Step.Kind.RETRACTED;
      case PENDING -> fired ? Step.Kind.CLEARED : Step.Kind.PENDING;
      case RESOLVED -> fired ? Step.Kind.CLEARED : over();
    };
  }

  private Step.Kind over() {
    return was.state() == AlertState.PENDING ? Step.Kind.LAPSED : Step.Kind.CORRECTED;
  }

  private Step.Kind changedWhileFiring() {
    return isOfAnotherLevel(end) ? Step.Kind.REGRADED : Step.Kind.CORRECTED;
  }

  private Step amending(Step last, Step.Kind kind) {
    Found told = was.evidence().found();
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
        new Cause(Cause.Kind.REVISION, revised, occasion.release()),
        sameFigure ? last.limit() : end.evidence().limit(),
        sameFigure ? last.measure() : end.evidence().measure(),
        sameFigure ? last.ranking() : Optional.empty(),
        true);
  }
}
