package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.Snapshot;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is to be done so that the alerts kept are those that should be. Nearly always what happens
 * goes on from what is kept. A release that comes late, after releases that followed it, can show
 * that something else should have happened: then the end is told, and nothing is told twice.
 */
final class Reconcile {
  private final Rule rule;
  private final List<KeptAlert> kept;
  private final List<Step> todo = new ArrayList<>();
  private final Set<String> matched = new HashSet<>();

  private Reconcile(Rule rule, List<KeptAlert> kept) {
    this.rule = rule;
    this.kept = kept;
  }

  /**
   * @param judged whether what raised an alert was judged by the rule as it is, so that its not
   *     being found again means something
   */
  static List<AlertChange> of(
      Rule rule,
      List<KeptAlert> kept,
      List<Course> courses,
      Predicate<KeptAlert> judged,
      SeriesHistory history,
      Instant now) {
    var reconcile = new Reconcile(rule, kept);
    courses.forEach(reconcile::follow);
    if (!history.facts().isEmpty()) {
      var latest = new Snapshot(history);
      latest.apply(history.facts());
      reconcile.takeBack(judged, latest, history.facts().getLast().vintage(), now);
    }
    return reconcile.changes();
  }

  private void follow(Course course) {
    Optional<KeptAlert> found =
        kept.stream()
            .filter(alert -> alert.alert().id().equals(course.alert().id()))
            .findFirst()
            .or(() -> kept.stream().filter(alert -> isSame(alert, course)).findFirst());
    if (found.isEmpty()) {
      todo.addAll(course.steps());
      return;
    }
    matched.add(found.get().alert().id());
    follow(course, found.get());
  }

  /** By an earlier version of the definition. */
  private static boolean isSame(KeptAlert alert, Course course) {
    return alert.alert().indicator().definitionVersion()
            != course.alert().indicator().definitionVersion()
        && alert.alert().period().equals(course.period())
        && !alert.steps().isEmpty()
        && alert.steps().getFirst().releaseId().equals(course.steps().getFirst().key().releaseId());
  }

  private void follow(Course course, KeptAlert before) {
    List<StepKey> steps = course.steps().stream().map(Step::key).toList();
    int size = before.steps().size();
    boolean goesOn = size <= steps.size() && steps.subList(0, size).equals(before.steps());
    String severity = before.alert().rule().severity();
    if (goesOn) {
      for (Step step : course.steps().subList(size, steps.size())) {
        if (step.kind() == Step.Kind.REGRADED || step.kind() == Step.Kind.RAISED) {
          severity = step.alert().rule().severity();
        }
        todo.add(step.of(step.alert().inWordsOf(before.alert(), severity)));
      }
      return;
    }
    Alert end = course.alert().inWordsOf(before.alert(), severity);
    if (!isSameEnd(end, before.alert())) {
      Step last = course.last();
      boolean told = before.steps().contains(last.key());
      todo.add((told ? last.as(Step.Kind.CORRECTED) : last).of(end));
    }
  }

  private static boolean isSameEnd(Alert a, Alert b) {
    Optional<Boolean> sameValue =
        a.evidence()
            .found()
            .value()
            .flatMap(v -> b.evidence().found().value().map(w -> v.compareTo(w) == 0));
    return a.state() == b.state()
        && sameValue.orElse(
            a.evidence().found().value().isEmpty() == b.evidence().found().value().isEmpty());
  }

  /** Alerts that, by all that is known now, should never have been. */
  private void takeBack(
      Predicate<KeptAlert> judged, Snapshot latest, Vintage release, Instant now) {
    kept.stream()
        .filter(alert -> !matched.contains(alert.alert().id()))
        .filter(alert -> alert.alert().state() != AlertState.RETRACTED)
        .filter(judged)
        .forEach(
            alert ->
                todo.add(
                    retraction(
                        alert.alert(), latest.figure(alert.alert().period()), release, now)));
  }

  private static Step retraction(
      Alert alert, Optional<Figure> figure, Vintage release, Instant now) {
    Found found =
        figure
            .map(f -> new Found(alert.period(), Optional.of(f.value()), f.vintage()))
            .orElseGet(() -> new Found(alert.period(), Optional.empty(), release));
    return new Step(
        Integer.MAX_VALUE,
        alert.state() == AlertState.PENDING ? Step.Kind.LAPSED : Step.Kind.RETRACTED,
        alert.ended(
            alert.state() == AlertState.PENDING ? AlertState.RESOLVED : AlertState.RETRACTED, now),
        found,
        new Cause(Cause.Kind.REVISION, Optional.empty(), Optional.of(release)),
        alert.evidence().limit(),
        Optional.empty(),
        Optional.empty());
  }

  private List<AlertChange> changes() {
    List<AlertChange> changes = new ArrayList<>();
    todo.stream()
        .sorted(Comparator.comparingInt(Step::number))
        .forEach(step -> changes.add(AlertChange.of(rule, step, severityBefore(step, changes))));
    return List.copyOf(changes);
  }

  private String severityBefore(Step step, List<AlertChange> changes) {
    return changes.reversed().stream()
        .filter(change -> change.alert().id().equals(step.alert().id()))
        .findFirst()
        .map(change -> change.alert().rule().severity())
        .or(
            () ->
                kept.stream()
                    .filter(alert -> alert.alert().id().equals(step.alert().id()))
                    .findFirst()
                    .map(alert -> alert.alert().rule().severity()))
        .orElse(step.alert().rule().severity());
  }
}
