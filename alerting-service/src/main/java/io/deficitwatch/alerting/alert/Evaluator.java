package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Condition.ProjectedToCross;
import io.deficitwatch.alerting.rule.Condition.ReleaseHeld;
import io.deficitwatch.alerting.rule.Condition.ReleaseLate;
import io.deficitwatch.alerting.rule.Expressions;
import io.deficitwatch.alerting.rule.OutlookStore;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleStore.Watching;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.ValueStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges one rule by what is known of its series: live, and in a backtest alike. */
@ApplicationScoped
class Evaluator {
  private final ValueStore values;
  private final OutlookStore outlooks;
  private final Expressions expressions;

  Evaluator(ValueStore values, OutlookStore outlooks, Expressions expressions) {
    this.values = values;
    this.outlooks = outlooks;
    this.expressions = expressions;
  }

  /** What these rules look at of the series that they watch. */
  Evidence evidence(WatchedSeries series, Collection<Rule> rules) {
    boolean projections =
        rules.stream().anyMatch(rule -> rule.condition() instanceof ProjectedToCross);
    boolean notices =
        rules.stream()
            .anyMatch(
                rule ->
                    rule.condition() instanceof ReleaseLate
                        || rule.condition() instanceof ReleaseHeld);
    return new Evidence(
        values.find(series),
        projections ? outlooks.listProjections(series) : List.of(),
        notices ? outlooks.listNotices(series) : List.of());
  }

  /** What is to change about the alerts that are kept of the rule. */
  Judged judge(Watching watching, Evidence evidence, List<KeptAlert> kept, Occasion occasion) {
    Rule rule = watching.rule();
    if (evidence.history().isEmpty()) {
      return new Judged.Sound(List.of());
    }
    SeriesHistory own = evidence.history().get();
    Optional<SeriesHistory> other = rule.otherSeries().flatMap(values::find);
    if (rule.isOfAnotherUnitThan(own.indicator())
        || rule.comparesUnlikeUnits(own.indicator(), other)) {
      return new Judged.Unfit();
    }
    try {
      List<Course> courses = courses(rule, evidence, other, Scope.live(watching, occasion.now()));
      return new Judged.Sound(
          Reconcile.of(rule, kept, courses, alert -> isSeen(alert, own, other), own, occasion));
    } catch (RuntimeException e) {
      // From here on nothing but the rule itself can fail, and it must not take others with it
      return new Judged.Failed(e.toString());
    }
  }

  /** The alerts that the rule leads to, each from its beginning on. */
  List<Course> courses(Rule rule, Evidence evidence, Optional<SeriesHistory> other, Scope scope) {
    return evidence
        .history()
        .map(
            own -> {
              List<Course> courses = new ArrayList<>(NoDataWalk.of(rule, own, scope));
              switch (rule.condition()) {
                case ProjectedToCross condition ->
                    courses.addAll(
                        ProjectionWalk.of(rule, condition, own, evidence.projections(), scope));
                case ReleaseLate _, ReleaseHeld _ ->
                    courses.addAll(NoticeWalk.of(rule, own, evidence.notices(), scope));
                case Condition.NoData _ -> {}
                default -> courses.addAll(Walk.of(rule, own, other, expressions, scope));
              }
              return List.copyOf(courses);
            })
        .orElseGet(List::of);
  }

  /**
   * Whether what the alert was raised by is to be seen, of either series: what is hidden takes
   * nothing back.
   */
  private static boolean isSeen(KeptAlert alert, SeriesHistory own, Optional<SeriesHistory> other) {
    return !alert.steps().isEmpty()
        && Stream.concat(own.facts().stream(), other.stream().flatMap(o -> o.facts().stream()))
            .anyMatch(
                fact -> fact.vintage().releaseId().equals(alert.steps().getFirst().releaseId()));
  }
}
