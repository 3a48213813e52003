package io.deficitwatch.alerting.messaging;

import io.deficitwatch.alerting.alert.EvaluateRules;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Counts what the rules found; from the start, so that nothing found is a zero and not a gap. */
@Startup
@ApplicationScoped
class EvaluationMeters {
  private final Map<Transition, Counter> changes = new EnumMap<>(Transition.class);
  private final Counter unfit;

  EvaluationMeters(MeterRegistry meters) {
    for (Transition transition : Transition.values()) {
      changes.put(
          transition,
          Counter.builder("alerting_alert_changes")
              .description("Alerts raised, cleared, corrected and retracted")
              .tag("transition", transition.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
    unfit =
        Counter.builder("alerting_rules_unfit")
            .description("Rules passed over because their threshold is in another unit")
            .register(meters);
  }

  void count(EvaluateRules.Evaluated evaluated) {
    evaluated
        .announced()
        .forEach(
            change ->
                Optional.ofNullable(changes.get(change.transition()))
                    .ifPresent(Counter::increment));
    unfit.increment(evaluated.unfit().size());
  }
}
