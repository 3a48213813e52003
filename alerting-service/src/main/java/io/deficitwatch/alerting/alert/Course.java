package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.value.TimePeriod;
import java.util.ArrayList;
import java.util.List;

/** One alert from its beginning on. */
final class Course {
  private final List<Step> steps = new ArrayList<>();

  Course(Step first) {
    steps.add(first);
  }

  void add(Step step) {
    steps.add(step);
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  Step last() {
    return steps.getLast();
  }

  /** As it stands now. */
  Alert alert() {
    return last().alert();
  }

  TimePeriod period() {
    return alert().period();
  }

  boolean isFiring() {
    return alert().state() == AlertState.FIRING;
  }

  boolean isPending() {
    return alert().state() == AlertState.PENDING;
  }

  /** Whether a revision may still change it: it was raised, and not taken back. */
  boolean stands() {
    return (isFiring() || alert().state() == AlertState.RESOLVED)
        && steps.stream().anyMatch(step -> step.kind() == Step.Kind.RAISED);
  }
}
