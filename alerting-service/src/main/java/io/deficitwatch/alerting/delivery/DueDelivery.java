package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.subscription.ClientCertificate;
import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointOptions;
import io.deficitwatch.alerting.subscription.Signing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivery that this process has claimed: until its lease ends nobody else sends it.
 *
 * @param claim what the result is handed in with; a lease that has ended makes it worthless
 * @param attempt the number of the attempt to be made, from 1
 * @param earlierAttempts how many were made before it was last replayed
 */
public record DueDelivery(
    long number,
    UUID claim,
    int attempt,
    int earlierAttempts,
    MessageContent message,
    Target target) {

  /** What to send. */
  public record MessageContent(String id, String body) {}

  /**
   * Where to.
   *
   * @param endpoint number of the endpoint, unique over all subscribers
   * @param retryDelays of the endpoint, in place of the usual ones
   */
  public record Target(
      long endpoint,
      URI url,
      Signing signing,
      Map<String, String> headers,
      Optional<ClientCertificate> clientCertificate,
      EndpointOptions.Form form,
      Optional<List<Duration>> retryDelays) {
    static Target of(long number, Endpoint endpoint) {
      return new Target(
          number,
          endpoint.url(),
          endpoint.signing(),
          endpoint.options().headers(),
          endpoint.options().clientCertificate(),
          endpoint.options().form(),
          endpoint.options().retryDelays());
    }

    @Override
    public String toString() {
      return "endpoint " + endpoint;
    }
  }
}
