package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Condition.ProjectedToCross;
import io.deficitwatch.alerting.rule.Condition.ReleaseHeld;
import io.deficitwatch.alerting.rule.Condition.ReleaseLate;
import io.deficitwatch.alerting.rule.Expressions;
import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.OutlookStore;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleStore.Watching;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.ValueStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.value.Vintage;
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
          Reconcile.of(
              rule, kept, courses, alert -> isSeen(alert, rule, evidence, other), own, occasion));
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
   * Whether what the alert was raised by is to be seen: figures of either series, or a projection.
   * What is hidden or forgotten takes nothing back.
   */
  private static boolean isSeen(
      KeptAlert alert, Rule rule, Evidence evidence, Optional<SeriesHistory> other) {
    Stream<Vintage> seen =
        isOnProjection(alert, rule)
            ? evidence.projections().stream().map(arrived -> arrived.projection().vintage())
            : Stream.concat(evidence.history().stream(), other.stream())
                .flatMap(series -> series.facts().stream())
                .map(Fact::vintage);
    return !alert.steps().isEmpty()
        && seen.anyMatch(
            vintage -> vintage.releaseId().equals(alert.steps().getFirst().releaseId()));
  }

  /** What else such a rule can tell is that nothing came, by days. */
  private static boolean isOnProjection(KeptAlert alert, Rule rule) {
    return rule.condition() instanceof ProjectedToCross
        && alert.alert().evidence().limit().unit().filter("DAYS"::equals).isEmpty();
  }
}
