package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.delivery.DeliverDue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs of life of the delivery loop: it looks once a second though nothing is to be sent. */
@Startup
@ApplicationScoped
class LoopMeters {
  private final Counter looks;
  private final Counter failures;

  LoopMeters(MeterRegistry meters, DeliverDue deliverDue) {
    Gauge.builder("alerting_endpoints_resting", deliverDue, DeliverDue::resting)
        .description("Endpoints that are not tried for a while, because they fail again and again")
        .register(meters);
    looks =
        Counter.builder("alerting_delivery_looks")
            .description("How often due deliveries were looked for, found or not")
            .register(meters);
    failures =
        Counter.builder("alerting_delivery_loop_failures")
            .description("How often that, or noting what was attempted, failed")
            .register(meters);
  }

  void looked() {
    looks.increment();
  }

  void failed() {
    failures.increment();
  }
}
