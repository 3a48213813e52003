package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.delivery.BacklogClass;
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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much waits to be delivered, measured when it is asked for and not oftener than needed. */
@ApplicationScoped
class DeliveryMeters {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final DeliveryStore deliveries;
  private final Clock clock;
  private final MeterRegistry meters;
  private Instant measuredAt = Instant.MIN;
  private @Nullable Map<BacklogClass, Backlog> last;

  DeliveryMeters(DeliveryStore deliveries, Clock clock, MeterRegistry meters) {
    this.deliveries = deliveries;
    this.clock = clock;
    this.meters = meters;
  }

  void register(@Observes StartupEvent event) {
    for (BacklogClass one : BacklogClass.values()) {
      Gauge.builder("alerting_deliveries_waiting", () -> backlog(one).waiting())
          .description("Deliveries that have neither arrived nor been given up")
          .tag("class", one.label())
          .register(meters);
      Gauge.builder(
              "alerting_delivery_oldest_due_seconds",
              () -> backlog(one).oldestDue().toMillis() / 1e3)
          .description("How long the oldest due delivery is overdue")
          .tag("class", one.label())
          .baseUnit("seconds")
          .register(meters);
    }
  }

  private Backlog backlog(BacklogClass one) {
    return Objects.requireNonNull(backlog().get(one));
  }

  private synchronized Map<BacklogClass, Backlog> backlog() {
    Instant now = clock.instant();
    Map<BacklogClass, Backlog> known = last;
    if (known == null || measuredAt.plus(FRESH).isBefore(now) || now.isBefore(measuredAt)) {
      known = deliveries.backlog(now);
      last = known;
      measuredAt = now;
    }
    return known;
  }
}
