package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import io.deficitwatch.contracts.event.Ranking;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened to an alert, and how it stands after it.
 *
 * @param announcement what is told to its owner; empty if the next alert of the same rule says it
 *     all
 */
public record AlertChange(Alert alert, Optional<AlertChanged> announcement) {

  /**
   * @param found the figure that brought the change about
   * @param limit what it was compared with
   */
  static AlertChange announced(
      Alert alert,
      Transition transition,
      Found found,
      Cause cause,
      Limit limit,
      Optional<Ranking> ranking,
      Instant now) {
    var draft =
        new AlertChanged(
            alert.id(),
            transition,
            alert.subscriberId(),
            alert.rule(),
            alert.indicator(),
            found,
            cause,
            limit,
            ranking,
            Summaries.NONE,
            now);
    return new AlertChange(alert, Optional.of(Summaries.withSummary(draft, alert)));
  }

  /** The alert is over, and a newer one says why. */
  static AlertChange superseded(Alert alert, Instant now) {
    return new AlertChange(alert.ended(AlertState.RESOLVED, now), Optional.empty());
  }
}
