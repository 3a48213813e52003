package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.delivery.AttemptOutcome;
import io.deficitwatch.alerting.delivery.AttemptTrace;
import io.deficitwatch.alerting.delivery.DeliveryAttempt;
import io.deficitwatch.alerting.delivery.DueDelivery;
import io.deficitwatch.alerting.delivery.FailureReason;
import io.deficitwatch.alerting.delivery.WebhookSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Makes the request of a webhook, signed as Standard Webhooks 1.0 has it. */
@ApplicationScoped
class HttpWebhookSender implements WebhookSender {
  private static final Logger LOG = Logger.getLogger(HttpWebhookSender.class);

  private static final Set<String> SHOWN =
      Set.of("content-type", "user-agent", "webhook-id", "webhook-timestamp");

  private final ConfiguredEgressPolicy egress;
  private final PinnedHttpClient http;
  private final Bodies bodies;
  private final AttemptMeters meters;
  private final Clock clock;
  private final Duration timeout;

  HttpWebhookSender(
      ConfiguredEgressPolicy egress,
      PinnedHttpClient http,
      Bodies bodies,
      AttemptMeters meters,
      WebhookConfig config,
      Clock clock) {
    this.egress = egress;
    this.http = http;
    this.bodies = bodies;
    this.meters = meters;
    this.clock = clock;
    this.timeout = config.timeout();
  }

  @Override
  public DeliveryAttempt send(DueDelivery delivery) {
    Instant startedAt = clock.instant();
    var timeline = new Timeline();
    String body = bodies.of(delivery.message().body(), delivery.target().form());
    Map<String, String> headers = headers(delivery, body, startedAt);
    Result result = attempt(delivery, body, headers, startedAt, timeline);
    Duration took = timeline.soFar();
    meters.record(result.outcome(), took);
    LOG.infof(
        "webhook attempt webhookId=%s deliveryId=%d attempt=%d outcome=%s status=%s took=%dms",
        delivery.message().id(),
        delivery.number(),
        delivery.attempt(),
        AttemptMeters.label(result.outcome()),
        result.answer().map(answer -> Integer.toString(answer.status())).orElse("-"),
        took.toMillis());
    return new DeliveryAttempt(
        delivery.attempt(),
        startedAt,
        took,
        result.outcome(),
        result.answer(),
        new AttemptTrace(withoutSecrets(headers), result.address(), timeline.timings()));
  }

  private record Result(
      AttemptOutcome outcome, Optional<DeliveryAttempt.Answer> answer, Optional<String> address) {}

  private Result attempt(
      DueDelivery delivery,
      String body,
      Map<String, String> headers,
      Instant now,
      Timeline timeline) {
    URI url = delivery.target().url();
    Optional<InetAddress> address = Optional.empty();
    try {
      address = egress.allowedAddress(url);
      timeline.resolved();
      if (address.isEmpty()) {
        return failed(new AttemptOutcome.Rejected(FailureReason.ADDRESS_REFUSED), address);
      }
      PinnedHttpClient.Response response =
          http.post(
              new PinnedHttpClient.Peer(url, address.get(), delivery.target().clientCertificate()),
              headers,
              body,
              timeout.minus(timeline.soFar()),
              timeline);
      return new Result(
          Answers.outcome(response, now),
          Optional.of(new DeliveryAttempt.Answer(response.status(), response.excerpt())),
          address.map(InetAddress::getHostAddress));
    } catch (UnknownHostException _) {
      return failed(retryable(FailureReason.DNS), address);
    } catch (TimeoutException _) {
      return failed(retryable(FailureReason.TIMEOUT), address);
    } catch (ExecutionException e) {
      return failed(retryable(Answers.reason(e.getCause())), address);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return failed(retryable(FailureReason.CONNECTION), address);
    } catch (RuntimeException e) {
      // Never seen; but an attempt without an outcome would be repeated for ever, unnoted.
      LOG.errorf(e, "webhook attempt failed deliveryId=%d", delivery.number());
      return failed(retryable(FailureReason.CONNECTION), address);
    }
  }

  private static Result failed(AttemptOutcome outcome, Optional<InetAddress> address) {
    return new Result(outcome, Optional.empty(), address.map(InetAddress::getHostAddress));
  }

  private static AttemptOutcome retryable(FailureReason reason) {
    return new AttemptOutcome.Retryable(reason, Optional.empty());
  }

  private static Map<String, String> withoutSecrets(Map<String, String> headers) {
    Map<String, String> shown = new HashMap<>(headers);
    // The owner's own may hold a token. With the signature, whoever had it could send the same
    // message again for five minutes.
    shown.replaceAll((name, value) -> SHOWN.contains(name) ? value : "…");
    return shown;
  }

  private static Map<String, String> headers(DueDelivery delivery, String body, Instant now) {
    String id = delivery.message().id();
    Map<String, String> headers = new HashMap<>(delivery.target().headers());
    headers.put("content-type", "application/json");
    headers.put("user-agent", "DeficitWatch/1");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    headers.put(
        "webhook-signature",
        StandardWebhooksSignature.of(delivery.target().signing().at(now), id, now, body));
    return headers;
  }
}
