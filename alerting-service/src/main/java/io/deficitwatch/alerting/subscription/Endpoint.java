package io.deficitwatch.alerting.subscription;

import java.net.URI;
import java.time.Instant;

/**
 * Where a subscriber is told.
 *
 * @param url absolute, and one that the egress policy allows
 * @param description for people
 */
public record Endpoint(
    EndpointId id,
    URI url,
    String description,
    WebhookSecret secret,
    Standing standing,
    Instant createdAt) {
  Endpoint standing(Standing changed) {
    return new Endpoint(id, url, description, secret, changed, createdAt);
  }
}
