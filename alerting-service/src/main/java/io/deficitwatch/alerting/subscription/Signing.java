package io.deficitwatch.alerting.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What webhooks to an endpoint are signed with.
 *
 * @param former the secret before the last rotation
 */
public record Signing(WebhookSecret secret, Optional<Former> former) {
  /** How long a secret still signs after it was rotated out. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  static Signing of(WebhookSecret secret) {
    return new Signing(secret, Optional.empty());
  }

  /** Signed by both for a day, so that receivers can change over at any time of it. */
  Signing rotated(WebhookSecret next, Instant now) {
    return next.equals(secret)
        ? this
        : new Signing(next, Optional.of(new Former(secret, now.plus(OVERLAP))));
  }

  /** Those that sign at this moment, the current one first. */
  public List<WebhookSecret> at(Instant now) {
    return Stream.concat(
            Stream.of(secret),
            former.stream().filter(old -> now.isBefore(old.until())).map(Former::secret))
        .toList();
  }

  /**
   * @param until when it stops signing
   */
  public record Former(WebhookSecret secret, Instant until) {}
}
