package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.Ranking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what one value changes about the alerts of one rule. Pure, and of the same outcome in
 * whatever order the periods of a release arrive: what a later period has to say about an earlier
 * one is said by whichever of the two comes second.
 */
final class Transitions {
  private final Rule rule;
  private final Instant now;
  private final List<Alert> open;
  private final Optional<IndicatorRecomputed> latest;
  private final List<AlertChange> changes = new ArrayList<>();

  private Transitions(
      Rule rule, List<Alert> open, Optional<IndicatorRecomputed> latest, Instant now) {
    this.rule = rule;
    this.open = open;
    this.latest = latest;
    this.now = now;
  }

  /**
   * @param open the alerts of the rule on this series that are not retracted
   * @param latest the value of the latest period judged so far
   */
  static List<AlertChange> of(
      Rule rule,
      IndicatorRecomputed event,
      List<Alert> open,
      Optional<IndicatorRecomputed> latest,
      Instant now) {
    var transitions = new Transitions(rule, open, latest, now);
    var judgement = new Judgement(rule, event);
    if (judgement.isRevision()) {
      transitions.revise(judgement);
    } else if (judgement.isNews()) {
      transitions.extend(judgement);
    }
    if (!judgement.isRevision() || !judgement.heldBefore()) {
      transitions.overtake(judgement);
    }
    return List.copyOf(transitions.changes);
  }

  private void revise(Judgement judgement) {
    Optional<Alert> own =
        open.stream()
            .filter(alert -> alert.period().equals(judgement.event().period()))
            .findFirst();
    if (own.isPresent()) {
      reconsider(own.get(), judgement);
    } else if (judgement.isLatest()) {
      if (!judgement.holds()) {
        clearByValue(judgement);
      } else if (!judgement.heldBefore() && (standsAlone() || !anyFiring())) {
        raise(judgement);
      }
    }
  }

  private void reconsider(Alert alert, Judgement judgement) {
    Limit limit = judgement.limit().orElse(alert.evidence().limit());
    Alert revised = alert.standingBy(judgement.found(), limit, now);
    if (judgement.holds()) {
      if (changesFigure(alert, judgement)) {
        announce(revised, Transition.CORRECTED, judgement, limit);
      }
      return;
    }
    announce(revised.ended(AlertState.RETRACTED, now), Transition.RETRACTED, judgement, limit);
    boolean anotherFires =
        open.stream().anyMatch(other -> other.isFiring() && !other.id().equals(alert.id()));
    if (!standsAlone() && !anotherFires) {
      laterThan(judgement)
          .filter(later -> judgement.reachesTo(later.event().period()))
          .filter(Judgement::holds)
          .ifPresent(this::raise);
    }
  }

  private static boolean changesFigure(Alert alert, Judgement judgement) {
    Found now = judgement.found();
    return alert
        .evidence()
        .found()
        .value()
        .flatMap(was -> now.value().map(value -> was.compareTo(value) != 0))
        .orElse(true);
  }

  private void extend(Judgement judgement) {
    if (!judgement.holds()) {
      if (judgement.isLatest()) {
        clearByValue(judgement);
      }
      return;
    }
    if (standsAlone() || (judgement.isLatest() && !anyFiring())) {
      raise(judgement);
      Alert raised = changes.getLast().alert();
      laterThan(judgement).ifPresent(later -> endBy(later, raised));
    }
    if (standsAlone() && judgement.isLatest()) {
      firingBefore(judgement).forEach(alert -> changes.add(AlertChange.superseded(alert, now)));
    }
  }

  /** A value that came before this one although it is of a later period. */
  private Optional<Judgement> laterThan(Judgement judgement) {
    return latest
        .filter(known -> known.period().compareTo(judgement.event().period()) > 0)
        .map(known -> new Judgement(rule, known));
  }

  private void endBy(Judgement later, Alert alert) {
    if (!later.holds()) {
      clear(alert, later);
    } else if (standsAlone()) {
      changes.add(AlertChange.superseded(alert, now));
    }
  }

  // A period without a value says nothing of the condition.
  private void clearByValue(Judgement judgement) {
    if (judgement.event().value().isPresent() && judgement.limit().isPresent()) {
      firingBefore(judgement).forEach(alert -> clear(alert, judgement));
    }
  }

  private List<Alert> firingBefore(Judgement judgement) {
    return open.stream()
        .filter(Alert::isFiring)
        .filter(alert -> alert.period().compareTo(judgement.event().period()) < 0)
        .toList();
  }

  /** A period known or revised later turns out to be lower than the record of a later one. */
  private void overtake(Judgement judgement) {
    if (!standsAlone() || !judgement.holds()) {
      return;
    }
    open.stream()
        .filter(alert -> alert.period().isLike(judgement.event().period()))
        .filter(alert -> alert.period().compareTo(judgement.event().period()) > 0)
        .filter(alert -> isHigher(alert, judgement))
        .forEach(
            alert ->
                changes.add(
                    AlertChange.announced(
                        alert.ended(AlertState.RETRACTED, now),
                        Transition.RETRACTED,
                        alert.evidence().found(),
                        new Cause(judgement.cause().kind(), Optional.empty()),
                        Condition.liveRecord(holder(judgement.event())),
                        Optional.empty(),
                        now)));
  }

  private static Ranking.Holder holder(IndicatorRecomputed event) {
    return new Ranking.Holder(event.period(), event.value().orElseThrow());
  }

  private static boolean isHigher(Alert alert, Judgement judgement) {
    return alert
        .evidence()
        .found()
        .value()
        .flatMap(was -> judgement.event().value().map(value -> was.compareTo(value) > 0))
        .orElse(false);
  }

  private void raise(Judgement judgement) {
    Limit limit = judgement.limit().orElseThrow();
    IndicatorRecomputed event = judgement.event();
    announce(
        Alert.raised(rule, event.indicator(), judgement.found(), limit, now),
        Transition.RAISED,
        judgement,
        limit);
  }

  private void clear(Alert alert, Judgement judgement) {
    announce(
        alert.ended(AlertState.RESOLVED, now),
        Transition.CLEARED,
        judgement,
        judgement.limit().orElse(alert.evidence().limit()));
  }

  private void announce(Alert alert, Transition transition, Judgement judgement, Limit limit) {
    changes.add(
        AlertChange.announced(
            alert,
            transition,
            judgement.found(),
            judgement.cause(),
            limit,
            judgement.event().ranking(),
            now));
  }

  private boolean standsAlone() {
    return rule.condition().judgesEachPeriodAlone();
  }

  private boolean anyFiring() {
    return open.stream().anyMatch(Alert::isFiring);
  }
}
