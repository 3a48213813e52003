package io.deficitwatch.alerting.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
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
   * Makes it active, also if it was paused or its receiver had failed. Without a secret in the
   * draft an endpoint keeps its own, and a new one gets one.
   *
   * @param draft with a URL that the egress policy allows
   */
  @Transactional
  public Saved save(EndpointId id, Draft draft) {
    Optional<Endpoint> known = endpoints.findForUpdate(id);
    Optional<WebhookSecret> kept = draft.secret().or(() -> known.map(Endpoint::secret));
    WebhookSecret secret = kept.orElseGet(() -> WebhookSecret.generate(random));
    var endpoint =
        new Endpoint(
            id,
            draft.url(),
            draft.description(),
            secret,
            Standing.ACTIVE,
            known.map(Endpoint::createdAt).orElseGet(clock::instant));
    endpoints.save(endpoint);
    return new Saved(endpoint, known.isEmpty(), kept.isEmpty());
  }

  /** What its owner says of it. */
  public record Draft(URI url, String description, Optional<WebhookSecret> secret) {}

  /**
   * @param generated whether the secret was made now: its owner does not know it yet
   */
  public record Saved(Endpoint endpoint, boolean isNew, boolean generated) {}
}
