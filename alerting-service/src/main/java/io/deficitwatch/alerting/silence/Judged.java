package io.deficitwatch.alerting.silence;

import io.deficitwatch.alerting.silence.Suppression.Cause;
import io.deficitwatch.alerting.silence.Suppression.Reason;
import io.deficitwatch.alerting.silence.SuppressionStore.Firing;
import io.deficitwatch.alerting.silence.SuppressionStore.Mutes;
import io.deficitwatch.alerting.silence.SuppressionStore.Told;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import java.time.Instant;
import java.util.Optional;

/** One change of an alert, and whether anything keeps it from being sent. */
record Judged(AlertChanged change, Mutes mutes, Instant now) {

  /** Whether the alert is over by it. */
  static boolean isEnd(AlertChanged change) {
    return change.transition() == Transition.CLEARED || change.transition() == Transition.RETRACTED;
  }

  /**
   * Why it is not to be sent; empty if it is. What was told is taken back whatever is silenced, and
   * the end of what nobody was told of is not told either.
   *
   * @param before what was told of the alert before
   */
  Optional<Cause> cause(Optional<Told> before) {
    if (!isEnd(change)) {
      return muted();
    }
    if (before.filter(Told::told).isPresent()) {
      return Optional.empty();
    }
    return muted().or(() -> before.flatMap(Told::last));
  }

  private Optional<Cause> muted() {
    var alert = new Firing(change.alertId(), change.subscriberId(), Labels.of(change));
    return SuppressChanges.silence(mutes, alert, now)
        .map(silence -> new Cause(Reason.SILENCED, silence.id()))
        .or(
            () ->
                SuppressChanges.inhibitor(mutes, alert)
                    .map(firing -> new Cause(Reason.INHIBITED, firing.alertId())))
        .or(this::acknowledged);
  }

  // Who has seen it wants to hear that it became another: only the same again is kept back
  private Optional<Cause> acknowledged() {
    return Optional.ofNullable(mutes.acknowledged().get(change.alertId()))
        .filter(_ -> change.transition() == Transition.CORRECTED)
        .map(author -> new Cause(Reason.ACKNOWLEDGED, author));
  }
}
