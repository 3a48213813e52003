package io.deficitwatch.eventing.intake;

import io.deficitwatch.eventing.deadletter.DeadLetterReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Counts what became of events; every series is there from the start, at zero. */
@ApplicationScoped
class IntakeMeters {
  private final Counter processed;
  private final Counter duplicates;
  private final Counter tombstones;
  private final Counter infrastructureRetries;
  private final Counter handlerRetries;
  private final Map<DeadLetterReason, Counter> deadLetters = new EnumMap<>(DeadLetterReason.class);

  IntakeMeters(MeterRegistry meters) {
    processed = meters.counter("eventing_events", "outcome", "processed");
    duplicates = meters.counter("eventing_events", "outcome", "duplicate");
    tombstones = meters.counter("eventing_events", "outcome", "tombstone");
    infrastructureRetries = meters.counter("eventing_intake_retries", "cause", "infrastructure");
    handlerRetries = meters.counter("eventing_intake_retries", "cause", "handler");
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      deadLetters.put(reason, meters.counter("eventing_dead_letters", "reason", reason.label()));
    }
  }

  void taken(boolean first) {
    (first ? processed : duplicates).increment();
  }

  void passedOver() {
    tombstones.increment();
  }

  void retried(boolean infrastructure) {
    (infrastructure ? infrastructureRetries : handlerRetries).increment();
  }

  void deadLettered(DeadLetterReason reason) {
    var counter = deadLetters.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }
}
