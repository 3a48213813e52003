package io.deficitwatch.eventing.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** What the relay of this instance is doing, for meters and health. */
@ApplicationScoped
class RelayState {
  private final Counter published;
  private volatile Phase phase = Phase.STARTING;

  RelayState(MeterRegistry meters) {
    published =
        Counter.builder("eventing_outbox_published")
            .description("Events acknowledged by Kafka")
            .register(meters);
    Gauge.builder("eventing_relay_active", () -> phase == Phase.ACTIVE ? 1 : 0)
        .description("1 while this instance publishes the outbox of its service")
        .register(meters);
  }

  /** What it is doing. */
  enum Phase {
    STARTING,
    STANDBY,
    ACTIVE,
    DATABASE_UNREACHABLE,
    KAFKA_UNREACHABLE;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Phase phase() {
    return phase;
  }

  void standby() {
    phase = Phase.STANDBY;
  }

  void active() {
    phase = Phase.ACTIVE;
  }

  void published(int count) {
    published.increment(count);
    phase = Phase.ACTIVE;
  }

  void failed(OutboxException.Reason reason) {
    phase =
        switch (reason) {
          case DATABASE -> Phase.DATABASE_UNREACHABLE;
          case KAFKA -> Phase.KAFKA_UNREACHABLE;
        };
  }
}
