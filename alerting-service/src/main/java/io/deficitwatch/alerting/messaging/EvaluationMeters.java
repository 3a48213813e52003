package io.deficitwatch.alerting.messaging;

import io.deficitwatch.alerting.alert.EvaluateRules;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.silence.Suppression;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Counts what the rules found; from the start, so that nothing found is a zero and not a gap. */
@Startup
@ApplicationScoped
class EvaluationMeters {
  private final Map<Transition, Counter> changes = new EnumMap<>(Transition.class);
  private final Map<Suppression.Reason, Counter> suppressed =
      new EnumMap<>(Suppression.Reason.class);
  private final MeterRegistry meters;
  private final Counter unfit;
  private final Counter failed;
  private final Counter sweepsFailed;
  private final Timer lag;

  EvaluationMeters(MeterRegistry meters) {
    this.meters = meters;
    for (Transition transition : Transition.values()) {
      changes.put(
          transition,
          Counter.builder("alerting_alert_changes")
              .description("Alerts raised, cleared, corrected, retracted and regraded")
              .tag("transition", transition.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
    for (Suppression.Reason reason : Suppression.Reason.values()) {
      suppressed.put(
          reason,
          Counter.builder("alerting_alert_changes_suppressed")
              .description("Changes of alerts that were recorded and not sent")
              .tag("reason", reason.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
    lag =
        Timer.builder("alerting_evaluation_lag")
            .description("From the moment of an indicator event until its rules were evaluated")
            .register(meters);
    unfit =
        Counter.builder("alerting_rules_unfit")
            .description("Rules passed over because their threshold is in another unit")
            .register(meters);
    failed =
        Counter.builder("alerting_rules_failed")
            .description("Rules passed over because their evaluation failed")
            .register(meters);
    sweepsFailed =
        Counter.builder("alerting_sweep_failures")
            .description("Series that were due without an event and could not be judged")
            .register(meters);
  }

  /** Of an event whose rules are evaluated now. A clock that lies behind counts as no lag. */
  void evaluated(Duration sinceEvent) {
    lag.record(sinceEvent.isNegative() ? Duration.ZERO : sinceEvent);
  }

  void sweepFailed() {
    sweepsFailed.increment();
  }

  void countSuppressed(List<Suppression> kept) {
    kept.forEach(
        one ->
            Optional.ofNullable(suppressed.get(one.cause().reason()))
                .ifPresent(Counter::increment));
  }

  void count(EvaluateRules.Evaluated evaluated) {
    evaluated
        .announced()
        .forEach(
            change ->
                Optional.ofNullable(changes.get(change.transition()))
                    .ifPresent(Counter::increment));
    evaluated.judged().forEach(rule -> evaluations(rule).increment());
    unfit.increment(evaluated.unfit().size());
    failed.increment(evaluated.failed().size());
  }

  private Counter evaluations(Rule rule) {
    return Counter.builder("alerting_rule_evaluations")
        .description("Rules evaluated, by the type of their condition")
        .tag("condition", rule.condition().type().toLowerCase(Locale.ROOT))
        .register(meters);
  }
}
