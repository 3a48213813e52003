package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.delivery.AttemptOutcome;
import io.deficitwatch.alerting.delivery.FailureReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts and times attempts by what they came to. */
@ApplicationScoped
class AttemptMeters {
  private final MeterRegistry meters;

  AttemptMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void record(AttemptOutcome outcome, Duration took) {
    Timer.builder("alerting_delivery_attempts")
        .description("Webhook requests by outcome")
        .tag("outcome", label(outcome))
        .register(meters)
        .record(took);
  }

  /** {@code delivered}, or why not. */
  static String label(AttemptOutcome outcome) {
    return outcome.failure().map(FailureReason::label).orElse("delivered");
  }
}
