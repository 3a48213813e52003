package io.deficitwatch.alerting.silence;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of an alert that was recorded and not sent.
 *
 * @param eventId of the change
 * @param liftedAt when it was sent after all
 */
public record Suppression(
    String eventId,
    String alertId,
    String subscriberId,
    Cause cause,
    Instant at,
    Optional<Instant> liftedAt) {

  /**
   * @param by id of the silence, of the alert that fires instead, or who acknowledged
   */
  public record Cause(Reason reason, String by) {}

  /** Why it was not sent. */
  public enum Reason {
    /** A silence matched. */
    SILENCED,
    /** Another alert says more. */
    INHIBITED,
    /** Somebody has seen the alert. */
    ACKNOWLEDGED
  }
}
