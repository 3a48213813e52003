package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.AttemptTrace;
import io.deficitwatch.alerting.delivery.DeliveryAttempt;
import io.deficitwatch.alerting.delivery.DeliveryReader;
import io.deficitwatch.alerting.delivery.DeliveryState;
import io.deficitwatch.alerting.delivery.FailureReason;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Deliveries as they are written in answers. */
final class DeliveryBodies {
  private DeliveryBodies() {}

  @Schema(name = "Delivery")
  record Response(
      String id,
      @Schema(description = "The webhook-id, the same on every attempt") String webhookId,
      String type,
      String subscriberId,
      String endpointId,
      DeliveryState state,
      @Schema(description = "How many attempts were made") int attempts,
      Instant createdAt,
      @Schema(description = "When the next attempt is due") Optional<Instant> dueAt,
      @Schema(description = "When it arrived or was given up") Optional<Instant> endedAt,
      @Schema(description = "Only where one delivery is asked for") Optional<List<Attempt>> log) {
    static Response of(
        DeliveryReader.Delivery delivery, Optional<List<DeliveryReader.Attempt>> attempts) {
      DeliveryReader.Progress progress = delivery.progress();
      return new Response(
          Long.toString(delivery.number()),
          delivery.messageId(),
          delivery.type(),
          delivery.endpoint().subscriberId(),
          delivery.endpoint().id(),
          progress.state(),
          progress.attempts(),
          progress.createdAt(),
          progress.dueAt(),
          progress.endedAt(),
          attempts.map(log -> log.stream().map(Attempt::of).toList()));
    }
  }

  @Schema(name = "DeliveryAttempt")
  record Attempt(
      int number,
      Instant startedAt,
      long tookMillis,
      @Schema(description = "Why it did not deliver; absent if it did")
          Optional<FailureReason> failure,
      @Schema(description = "HTTP status of the answer, if one came") Optional<Integer> status,
      @Schema(description = "The beginning of the answer, as the receiver wrote it")
          Optional<String> excerpt,
      @Schema(description = "The address that was connected to") Optional<String> address,
      @Schema(description = "As they were sent; what is secret of them is left out")
          Map<String, String> requestHeaders,
      Timings timings) {
    static Attempt of(DeliveryReader.Attempt attempt) {
      return new Attempt(
          attempt.number(),
          attempt.startedAt(),
          attempt.took().toMillis(),
          attempt.failure(),
          attempt.answer().map(DeliveryAttempt.Answer::status),
          attempt.answer().map(DeliveryAttempt.Answer::excerpt).filter(text -> !text.isEmpty()),
          attempt.trace().address(),
          attempt.trace().headers(),
          Timings.of(attempt.trace().timings()));
    }
  }

  @Schema(name = "AttemptTimings", description = "In milliseconds, as far as it was reached")
  record Timings(
      @Schema(description = "Until the host was resolved") Optional<BigDecimal> dnsMillis,
      @Schema(description = "From then until the connection stood; absent if one was at hand")
          Optional<BigDecimal> connectMillis,
      @Schema(description = "The handshake of TLS after that; absent without one")
          Optional<BigDecimal> tlsMillis,
      @Schema(description = "From the request to the first byte of the answer")
          Optional<BigDecimal> firstByteMillis) {
    static Timings of(AttemptTrace.Timings timings) {
      return new Timings(
          timings.dns().map(Timings::millis),
          timings.connect().map(Timings::millis),
          timings.tls().map(Timings::millis),
          timings.firstByte().map(Timings::millis));
    }

    private static BigDecimal millis(Duration time) {
      return BigDecimal.valueOf(time.toNanos() / 1000, 3);
    }
  }

  @Schema(name = "Deliveries")
  record Deliveries(
      List<Response> deliveries,
      @Schema(description = "Cursor of the next page, if there is one") Optional<String> next) {}
}
