package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.delivery.AttemptOutcome;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Makes the request of a webhook, signed as Standard Webhooks 1.0 has it. */
@ApplicationScoped
class HttpWebhookSender implements WebhookSender {
  private static final Logger LOG = Logger.getLogger(HttpWebhookSender.class);

  private final ConfiguredEgressPolicy egress;
  private final PinnedHttpClient http;
  private final AttemptMeters meters;
  private final Clock clock;
  private final Duration timeout;

  HttpWebhookSender(
      ConfiguredEgressPolicy egress,
      PinnedHttpClient http,
      AttemptMeters meters,
      WebhookConfig config,
      Clock clock) {
    this.egress = egress;
    this.http = http;
    this.meters = meters;
    this.clock = clock;
    this.timeout = config.timeout();
  }

  @Override
  public DeliveryAttempt send(DueDelivery delivery) {
    Instant startedAt = clock.instant();
    long begin = System.nanoTime();
    Result result = attempt(delivery, startedAt, begin);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
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
        delivery.attempt(), startedAt, took, result.outcome(), result.answer());
  }

  private record Result(AttemptOutcome outcome, Optional<DeliveryAttempt.Answer> answer) {}

  private Result attempt(DueDelivery delivery, Instant now, long begin) {
    URI url = delivery.target().url();
    try {
      Optional<InetAddress> address = egress.allowedAddress(url);
      if (address.isEmpty()) {
        return failed(new AttemptOutcome.Rejected(FailureReason.ADDRESS_REFUSED));
      }
      PinnedHttpClient.Response response =
          http.post(
              url,
              address.get(),
              headers(delivery, now),
              delivery.message().body(),
              timeout.minusNanos(System.nanoTime() - begin));
      return new Result(
          Answers.outcome(response, now),
          Optional.of(new DeliveryAttempt.Answer(response.status(), response.excerpt())));
    } catch (UnknownHostException _) {
      return failed(retryable(FailureReason.DNS));
    } catch (TimeoutException _) {
      return failed(retryable(FailureReason.TIMEOUT));
    } catch (ExecutionException e) {
      return failed(retryable(Answers.reason(e.getCause())));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return failed(retryable(FailureReason.CONNECTION));
    } catch (RuntimeException e) {
      // Never seen; but an attempt without an outcome would be repeated for ever, unnoted.
      LOG.errorf(e, "webhook attempt failed deliveryId=%d", delivery.number());
      return failed(retryable(FailureReason.CONNECTION));
    }
  }

  private static Result failed(AttemptOutcome outcome) {
    return new Result(outcome, Optional.empty());
  }

  private static AttemptOutcome retryable(FailureReason reason) {
    return new AttemptOutcome.Retryable(reason, Optional.empty());
  }

  private static Map<String, String> headers(DueDelivery delivery, Instant now) {
    DueDelivery.MessageContent message = delivery.message();
    return Map.of(
        "content-type", "application/json",
        "user-agent", "DeficitWatch/1",
        "webhook-id", message.id(),
        "webhook-timestamp", Long.toString(now.getEpochSecond()),
        "webhook-signature",
            StandardWebhooksSignature.of(
                delivery.target().secret(), message.id(), now, message.body()));
  }
}
