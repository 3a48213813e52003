package io.deficitwatch.alerting.subscription;

import java.net.URI;
import java.time.Instant;

/**
 * Where a subscriber is told.
 *
 * @param url absolute, and one that the egress policy allows
 */
public record Endpoint(
    EndpointId id,
    URI url,
    Signing signing,
    EndpointOptions options,
    Standing standing,
    Instant createdAt) {
  Endpoint standing(Standing changed) {
    return new Endpoint(id, url, signing, options, changed, createdAt);
  }

  Endpoint signing(Signing changed) {
    return new Endpoint(id, url, changed, options, standing, createdAt);
  }
}
