package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.Snapshot;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.Vintage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is to be done so that the alerts kept are those that should be. Nearly always what happens
 * goes on from what is kept. A release that comes late, after releases that followed it, can show
 * that something else should have happened, or happened by another figure: then the end is told, as
 * an {@link Amendment}, and nothing is told twice.
 */
final class Reconcile {
  private final Rule rule;
  private final Occasion occasion;
  private final Map<String, KeptAlert> kept = new LinkedHashMap<>();
  private final List<Step> todo = new ArrayList<>();
  private final Set<String> matched = new HashSet<>();

  private Reconcile(Rule rule, List<KeptAlert> kept, Occasion occasion) {
    this.rule = rule;
    this.occasion = occasion;
    kept.forEach(alert -> this.kept.put(alert.alert().id(), alert));
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
      Occasion occasion) {
    var reconcile = new Reconcile(rule, kept, occasion);
    courses.forEach(reconcile::follow);
    List<Alert> unfounded = reconcile.unfounded(judged);
    if (!unfounded.isEmpty() && !history.facts().isEmpty()) {
      reconcile.takeBack(unfounded, history);
    }
    return reconcile.changes();
  }

  private void follow(Course course) {
    Optional<KeptAlert> found =
        kept(course.alert().id())
            .or(() -> kept.values().stream().filter(alert -> isSame(alert, course)).findFirst());
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
    List<Step> steps = course.steps();
    int known = goneThrough(steps.stream().map(Step::key).toList(), before.steps());
    boolean isAsTold = known > 0 && steps.get(known - 1).alert().state() == before.alert().state();
    if (isAsTold && known < steps.size()) {
      goOn(steps.subList(known, steps.size()), before.alert());
    } else {
      Amendment.of(rule, course, before, occasion).ifPresent(todo::add);
    }
  }

  /**
   * How many of the steps are known, or too late to be told because one after them is; 0 if not all
   * that was told is among them.
   */
  private static int goneThrough(List<StepKey> steps, List<StepKey> told) {
    int at = 0;
    for (StepKey key : told) {
      int found = steps.subList(at, steps.size()).indexOf(key);
      if (found < 0) {
        return 0;
      }
      at += found + 1;
    }
    return at;
  }

  private void goOn(List<Step> steps, Alert before) {
    String severity = before.rule().severity();
    for (Step step : steps) {
      if (step.kind() == Step.Kind.REGRADED || step.kind() == Step.Kind.RAISED) {
        severity = step.alert().rule().severity();
      }
      todo.add(step.of(step.alert().inWordsOf(before, severity)));
    }
  }

  /** Alerts that, by all that is known now, should never have been. */
  private List<Alert> unfounded(Predicate<KeptAlert> judged) {
    return kept.values().stream()
        .filter(alert -> !matched.contains(alert.alert().id()))
        .filter(alert -> alert.alert().state() != AlertState.RETRACTED)
        // Nobody was told of it, and it is over
        .filter(alert -> alert.told() || alert.alert().state() != AlertState.RESOLVED)
        .filter(judged)
        .map(KeptAlert::alert)
        .toList();
  }

  private void takeBack(List<Alert> alerts, SeriesHistory history) {
    var latest = new Snapshot(history);
    latest.apply(history.facts());
    Vintage release = history.facts().getLast().vintage();
    alerts.forEach(alert -> todo.add(retraction(alert, latest.figure(alert.period()), release)));
  }

  private Step retraction(Alert alert, Optional<Figure> figure, Vintage release) {
    Found found =
        figure
            .map(f -> new Found(alert.period(), Optional.of(f.value()), f.vintage()))
            .orElseGet(() -> new Found(alert.period(), Optional.empty(), release));
    return new Step(
        Integer.MAX_VALUE,
        alert.state() == AlertState.PENDING ? Step.Kind.LAPSED : Step.Kind.RETRACTED,
        alert.ended(
            alert.state() == AlertState.PENDING ? AlertState.RESOLVED : AlertState.RETRACTED,
            occasion.now()),
        found,
        new Cause(Cause.Kind.REVISION, Optional.empty(), occasion.release()),
        alert.evidence().limit(),
        alert.evidence().measure(),
        Optional.empty(),
        true);
  }

  private List<AlertChange> changes() {
    Map<String, AlertChange> last = new HashMap<>();
    List<AlertChange> changes = new ArrayList<>();
    for (Step step : todo.stream().sorted(Comparator.comparingInt(Step::number)).toList()) {
      Optional<AlertChange> before = Optional.ofNullable(last.get(step.alert().id()));
      AlertChange change =
          AlertChange.of(rule, step, severityBefore(step, before), sequence(step, before));
      last.put(step.alert().id(), change);
      changes.add(change);
    }
    return List.copyOf(changes);
  }

  private Optional<KeptAlert> kept(String alertId) {
    return Optional.ofNullable(kept.get(alertId));
  }

  private String severityBefore(Step step, Optional<AlertChange> before) {
    return before
        .map(AlertChange::alert)
        .or(() -> kept(step.alert().id()).map(KeptAlert::alert))
        .orElse(step.alert())
        .rule()
        .severity();
  }

  private int sequence(Step step, Optional<AlertChange> before) {
    return 1
        + before
            .flatMap(change -> change.told().sequence())
            .or(() -> kept(step.alert().id()).map(KeptAlert::length))
            .orElse(0);
  }
}
