package io.deficitwatch.alerting.subscription;

import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint stands.
 *
 * @param disabled why it is disabled; present if, and only if, it is
 * @param failingSince the first of the attempts that failed in a row, none of them followed by a
 *     success
 */
public record Standing(
    EndpointState state, Optional<Disabled> disabled, Optional<Instant> failingSince) {
  /** To be delivered to. */
  public static final Standing ACTIVE =
      new Standing(EndpointState.ACTIVE, Optional.empty(), Optional.empty());

  public Standing {
    if ((state == EndpointState.DISABLED) != disabled.isPresent()) {
      throw new IllegalArgumentException("an endpoint is disabled for a reason");
    }
  }

  Standing paused() {
    return new Standing(EndpointState.PAUSED, Optional.empty(), failingSince);
  }

  /** Who took it off the list, and when. */
  public record Disabled(DisabledReason reason, Instant at) {}
}
