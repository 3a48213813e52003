package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.DeliveryAttempt;
import io.deficitwatch.alerting.delivery.FailureReason;
import io.deficitwatch.alerting.delivery.ProbeEndpoint;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a call at once came to, as it is written in answers. */
final class ProbeBodies {
  private ProbeBodies() {}

  @Schema(name = "Probe")
  record Response(
      @Schema(description = "Whether the challenge was given back, or the test event taken")
          boolean succeeded,
      Instant startedAt,
      long tookMillis,
      @Schema(description = "Why it did not arrive; absent if it did")
          Optional<FailureReason> failure,
      @Schema(description = "HTTP status of the answer, if one came") Optional<Integer> status,
      @Schema(description = "The beginning of the answer, as the receiver wrote it")
          Optional<String> excerpt,
      @Schema(description = "The address that was connected to") Optional<String> address,
      @Schema(description = "As they were sent; what is secret of them is left out")
          Map<String, String> requestHeaders,
      DeliveryBodies.Timings timings) {
    static Response of(ProbeEndpoint.Probe probe) {
      DeliveryAttempt attempt = probe.attempt();
      return new Response(
          probe.succeeded(),
          attempt.startedAt(),
          attempt.took().toMillis(),
          attempt.outcome().failure(),
          attempt.answer().map(DeliveryAttempt.Answer::status),
          attempt.answer().map(DeliveryAttempt.Answer::excerpt).filter(text -> !text.isEmpty()),
          attempt.trace().address(),
          attempt.trace().headers(),
          DeliveryBodies.Timings.of(attempt.trace().timings()));
    }
  }
}
