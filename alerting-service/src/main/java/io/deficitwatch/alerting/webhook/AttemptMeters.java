package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.delivery.AttemptOutcome;
import io.deficitwatch.alerting.delivery.FailureReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts and times attempts by what they came to; all are there from the start, as zeros. */
@Startup
@ApplicationScoped
class AttemptMeters {
  private static final String DELIVERED = "delivered";
  private final MeterRegistry meters;

  AttemptMeters(MeterRegistry meters) {
    this.meters = meters;
    var _ = timer(DELIVERED);
    for (FailureReason reason : FailureReason.values()) {
      var _ = timer(reason.label());
    }
  }

  private Timer timer(String outcome) {
    return Timer.builder("alerting_delivery_attempts")
        .description("Webhook requests by outcome")
        .tag("outcome", outcome)
        .register(meters);
  }

  void record(AttemptOutcome outcome, Duration took) {
    timer(label(outcome)).record(took);
  }

  /** {@code delivered}, or why not. */
  static String label(AttemptOutcome outcome) {
    return outcome.failure().map(FailureReason::label).orElse(DELIVERED);
  }
}
