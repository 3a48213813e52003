package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.subscription.DisabledReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts endpoints that were disabled; from the start, so that none is a zero and not a gap. */
@Startup
@ApplicationScoped
class DisabledMeters {
  private final MeterRegistry meters;

  DisabledMeters(MeterRegistry meters) {
    this.meters = meters;
    for (DisabledReason reason : DisabledReason.values()) {
      var _ = counter(reason);
    }
  }

  void count(DisabledReason reason) {
    counter(reason).increment();
  }

  private Counter counter(DisabledReason reason) {
    return Counter.builder("alerting_endpoints_disabled")
        .description("Endpoints disabled because their receivers are gone or fail for days")
        .tag("reason", reason.label())
        .register(meters);
  }
}
