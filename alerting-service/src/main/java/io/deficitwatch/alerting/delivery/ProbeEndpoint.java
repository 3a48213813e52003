package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.EndpointStore;
import io.deficitwatch.alerting.subscription.SaveEndpoint;
import io.deficitwatch.contracts.event.EndpointWebhook;
import io.deficitwatch.contracts.event.EndpointWebhook.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls a receiver at once and says what came of it. No transaction is open meanwhile, and nothing
 * is repeated.
 */
@ApplicationScoped
public class ProbeEndpoint {
  private static final int CHALLENGE_BYTES = 24;

  private final EndpointStore endpoints;
  private final SaveEndpoint saveEndpoint;
  private final WebhookSender sender;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public ProbeEndpoint(
      EndpointStore endpoints, SaveEndpoint saveEndpoint, WebhookSender sender, Clock clock) {
    this.endpoints = endpoints;
    this.saveEndpoint = saveEndpoint;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Asks whether the receiver wants webhooks: it gives the challenge back in a 2xx answer. Nobody
   * else can have what is posted to a stranger's server be answered so.
   *
   * @return empty if there is no such endpoint
   */
  public Optional<Probe> challenge(EndpointId id) {
    byte[] bytes = new byte[CHALLENGE_BYTES];
    random.nextBytes(bytes);
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return endpoints
        .find(id)
        .map(
            endpoint -> {
              DeliveryAttempt attempt =
                  send(endpoint, Kind.CHALLENGE, Notices.challenge(id, challenge));
              boolean answered = isAnswered(attempt, challenge);
              if (answered) {
                saveEndpoint.prove(id, endpoint.url());
              }
              return new Probe(answered, attempt);
            });
  }

  private static boolean isAnswered(DeliveryAttempt attempt, String challenge) {
    return attempt.outcome() instanceof AttemptOutcome.Delivered
        && attempt.answer().map(answer -> answer.excerpt().contains(challenge)).orElse(false);
  }

  /**
   * Sends an event that is about nothing.
   *
   * @return empty if there is no such endpoint
   */
  public Optional<Probe> test(EndpointId id) {
    return endpoints
        .find(id)
        .map(
            endpoint -> {
              DeliveryAttempt attempt = send(endpoint, Kind.TEST, Notices.test(id));
              return new Probe(attempt.outcome() instanceof AttemptOutcome.Delivered, attempt);
            });
  }

  private DeliveryAttempt send(Endpoint endpoint, Kind kind, EndpointWebhook.Notice notice) {
    String body = EndpointWebhook.of(kind, clock.instant(), notice).toJson();
    return sender.send(
        new DueDelivery(
            0,
            UUID.randomUUID(),
            1,
            0,
            new DueDelivery.MessageContent("msg_" + UUID.randomUUID(), body),
            DueDelivery.Target.of(0, endpoint)));
  }

  /**
   * @param succeeded whether the challenge was given back, or the test event taken
   */
  public record Probe(boolean succeeded, DeliveryAttempt attempt) {}
}
