package io.deficitwatch.alerting.subscription;

import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint stands.
 *
 * @param disabled why it is disabled; present if, and only if, it is
 * @param failingSince the first of the attempts that failed in a row, none of them followed by a
 *     success
 * @param provenAt when its receiver showed that it wants webhooks, or an operator vouched for it
 */
public record Standing(
    EndpointState state,
    Optional<Disabled> disabled,
    Optional<Instant> failingSince,
    Optional<Instant> provenAt) {
  /** Of a new endpoint, or one with a new URL. */
  static final Standing PENDING = of(EndpointState.PENDING, Optional.empty());

  public Standing {
    if ((state == EndpointState.DISABLED) != disabled.isPresent()) {
      throw new IllegalArgumentException("an endpoint is disabled for a reason");
    }
    if (state == EndpointState.ACTIVE && provenAt.isEmpty()) {
      throw new IllegalArgumentException("an endpoint is active once it is proven");
    }
  }

  static Standing proven(Instant at) {
    return of(EndpointState.ACTIVE, Optional.of(at));
  }

  Standing paused() {
    return new Standing(EndpointState.PAUSED, Optional.empty(), failingSince, provenAt);
  }

  /** With a clean sheet: active, or pending if it was never proven. */
  Standing resumed() {
    return of(provenAt.isPresent() ? EndpointState.ACTIVE : EndpointState.PENDING, provenAt);
  }

  /** A proof neither ends a rest nor brings back what was disabled. */
  Standing provenNow(Instant now) {
    return new Standing(
        state == EndpointState.PENDING ? EndpointState.ACTIVE : state,
        disabled,
        failingSince,
        Optional.of(now));
  }

  private static Standing of(EndpointState state, Optional<Instant> provenAt) {
    return new Standing(state, Optional.empty(), Optional.empty(), provenAt);
  }

  /** Who took it off the list, and when. */
  public record Disabled(DisabledReason reason, Instant at) {}
}
