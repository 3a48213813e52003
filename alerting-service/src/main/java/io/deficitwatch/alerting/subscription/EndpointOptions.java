package io.deficitwatch.alerting.subscription;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What its owner wants of an endpoint.
 *
 * @param description for people
 * @param form what webhooks look like
 * @param retryDelays the waits after the first failed attempt, the second and so on, in place of
 *     the usual ones; none at all is one attempt only
 * @param perMinute how many requests a minute at the most
 * @param ordered whether messages about one series come one after another, each only when the one
 *     before has arrived or was given up
 * @param grouping which messages come together, if any
 * @param headers further headers of every request; they may hold a token, so they never print
 *     themselves
 * @param clientCertificate what to show to a receiver that asks who calls
 */
public record EndpointOptions(
    String description,
    Form form,
    MessageFilter filter,
    Optional<List<Duration>> retryDelays,
    Optional<Integer> perMinute,
    boolean ordered,
    Optional<Grouping> grouping,
    Map<String, String> headers,
    Optional<ClientCertificate> clientCertificate) {
  public EndpointOptions {
    retryDelays = retryDelays.map(List::copyOf);
    headers = Map.copyOf(headers);
  }

  /**
   * What webhooks look like.
   *
   * @param language of texts, where the payload has them in one language only
   */
  public record Form(Payload payload, Language language) {}

  @Override
  public String toString() {
    return "options of '%s', headers %s".formatted(description, headers.keySet());
  }
}
