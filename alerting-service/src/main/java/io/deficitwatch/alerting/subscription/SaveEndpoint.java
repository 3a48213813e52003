package io.deficitwatch.alerting.subscription;

import io.deficitwatch.alerting.subscription.WebhookSecret.Scheme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Adds an endpoint, or changes one. */
@ApplicationScoped
public class SaveEndpoint {
  private final EndpointStore endpoints;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public SaveEndpoint(EndpointStore endpoints, Clock clock) {
    this.endpoints = endpoints;
    this.clock = clock;
  }

  /**
   * Makes it active, also if it was paused or its receiver had failed; but one with a new URL is
   * pending until its receiver has shown that it wants webhooks. Without a secret in the draft an
   * endpoint keeps its own, and a new one gets one. Another secret takes the place of the one
   * before as in a rotation.
   *
   * @param draft with a URL that the egress policy allows
   */
  @Transactional
  public Saved save(EndpointId id, Draft draft) {
    Instant now = clock.instant();
    Optional<Endpoint> known = endpoints.findForUpdate(id);
    Optional<WebhookSecret> kept =
        draft
            .secret()
            .or(() -> known.map(Endpoint::signing).map(Signing::secret))
            .filter(secret -> draft.scheme().map(secret.scheme()::equals).orElse(true));
    WebhookSecret secret =
        kept.orElseGet(() -> WebhookSecret.generate(draft.scheme().orElse(Scheme.V1), random));
    var endpoint =
        new Endpoint(
            id,
            draft.url(),
            known
                .map(before -> before.signing().rotated(secret, now))
                .orElseGet(() -> Signing.of(secret)),
            draft.options(),
            standing(known.filter(before -> before.url().equals(draft.url())), draft, now),
            known.map(Endpoint::createdAt).orElse(now));
    endpoints.save(endpoint);
    return new Saved(endpoint, known.isEmpty(), kept.isEmpty());
  }

  private static Standing standing(Optional<Endpoint> sameUrl, Draft draft, Instant now) {
    return sameUrl
        .map(before -> before.standing().resumed())
        .filter(standing -> standing.provenAt().isPresent())
        .orElseGet(() -> draft.vouchedFor() ? Standing.proven(now) : Standing.PENDING);
  }

  /**
   * A new secret; the one before signs too for a day.
   *
   * @return empty if there is no such endpoint
   */
  @Transactional
  public Optional<Endpoint> rotate(EndpointId id) {
    Optional<Endpoint> rotated =
        endpoints
            .findForUpdate(id)
            .map(
                endpoint ->
                    endpoint.signing(
                        endpoint
                            .signing()
                            .rotated(
                                WebhookSecret.generate(
                                    endpoint.signing().secret().scheme(), random),
                                clock.instant())));
    rotated.ifPresent(endpoints::save);
    return rotated;
  }

  /**
   * Its receiver has shown that it wants webhooks.
   *
   * @param url the one that was asked; if it has another by now, nothing is shown
   */
  @Transactional
  public void prove(EndpointId id, URI url) {
    endpoints
        .findForUpdate(id)
        .filter(endpoint -> endpoint.url().equals(url))
        .map(endpoint -> endpoint.standing(endpoint.standing().provenNow(clock.instant())))
        .ifPresent(endpoints::save);
  }

  /**
   * What its owner says of it.
   *
   * @param scheme empty leaves it as it is, or v1
   * @param vouchedFor whether an operator answers for it that its receiver wants webhooks
   */
  public record Draft(
      URI url,
      Optional<WebhookSecret> secret,
      Optional<Scheme> scheme,
      EndpointOptions options,
      boolean vouchedFor) {}

  /**
   * @param generated whether the secret was made now: its owner does not know it yet
   */
  public record Saved(Endpoint endpoint, boolean isNew, boolean generated) {}
}
