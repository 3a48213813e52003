package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.DeliveryStore.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much waits to be delivered, measured when it is asked for and not oftener than needed. */
@ApplicationScoped
class DeliveryMeters {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final DeliveryStore deliveries;
  private final Clock clock;
  private final MeterRegistry meters;
  private Instant measuredAt = Instant.MIN;
  private @Nullable Backlog last;

  DeliveryMeters(DeliveryStore deliveries, Clock clock, MeterRegistry meters) {
    this.deliveries = deliveries;
    this.clock = clock;
    this.meters = meters;
  }

  void register(@Observes StartupEvent event) {
    Gauge.builder("alerting_deliveries_waiting", () -> backlog().waiting())
        .description("Deliveries that have neither arrived nor been given up")
        .register(meters);
    Gauge.builder(
            "alerting_delivery_oldest_due_seconds", () -> backlog().oldestDue().toMillis() / 1e3)
        .description("How long the oldest due delivery is overdue")
        .baseUnit("seconds")
        .register(meters);
  }

  private synchronized Backlog backlog() {
    Instant now = clock.instant();
    Backlog known = last;
    if (known == null || measuredAt.plus(FRESH).isBefore(now)) {
      known = deliveries.backlog(now);
      last = known;
      measuredAt = now;
    }
    return known;
  }
}
