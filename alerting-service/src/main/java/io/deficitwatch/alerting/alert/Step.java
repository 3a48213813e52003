package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Measure;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.Vintage;
import java.util.Optional;

/**
 * One change in the course of an alert.
 *
 * @param number counts the steps of all alerts of a rule, in the order in which they happen
 * @param alert as it stands after it
 * @param found the figure that brought it about
 * @param limit what that was compared with
 * @param amends whether it is no step of the course, but tells how that ends after a late release
 *     has changed what came before
 */
record Step(
    int number,
    Kind kind,
    Alert alert,
    Found found,
    Cause cause,
    Limit limit,
    Optional<Measure> measure,
    Optional<Ranking> ranking,
    boolean amends) {

  /** What happens. Some of it is kept and not announced. */
  enum Kind {
    /** The condition is met, but not yet by as many periods as the rule asks for. */
    PENDING(Transition.RAISED, false),
    RAISED(Transition.RAISED, true),
    REGRADED(Transition.REGRADED, true),
    CLEARED(Transition.CLEARED, true),
    CORRECTED(Transition.CORRECTED, true),
    RETRACTED(Transition.RETRACTED, true),
    /** A pending alert ended before it was raised. */
    LAPSED(Transition.CLEARED, false),
    /** A newer alert of the rule says it all. */
    SUPERSEDED(Transition.CLEARED, false);

    private final Transition transition;
    private final boolean announced;

    Kind(Transition transition, boolean announced) {
      this.transition = transition;
      this.announced = announced;
    }

    Transition transition() {
      return transition;
    }

    boolean isAnnounced() {
      return announced;
    }
  }

  /** The release that brought it about. */
  Vintage vintage() {
    return cause.vintage().orElse(found.vintage());
  }

  /** The same for the same step of the same alert, however often it is found. */
  StepKey key() {
    return new StepKey(kind.name(), vintage().releaseId());
  }

  /** The same step of an alert that has been kept with other words. */
  Step of(Alert kept) {
    return new Step(number, kind, kept, found, cause, limit, measure, ranking, amends);
  }
}
