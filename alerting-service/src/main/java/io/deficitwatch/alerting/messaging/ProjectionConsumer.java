package io.deficitwatch.alerting.messaging;

import io.deficitwatch.alerting.alert.EvaluateRules;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.rule.OutlookStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.eventing.EventIntake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Projections as they come. */
@ApplicationScoped
class ProjectionConsumer {
  private final EventIntake intake;
  private final OutlookStore outlooks;
  private final EvaluateRules evaluateRules;
  private final EvaluationOutcome outcome;
  private final DueSignal dueSignal;

  ProjectionConsumer(
      EventIntake intake,
      OutlookStore outlooks,
      EvaluateRules evaluateRules,
      EvaluationOutcome outcome,
      DueSignal dueSignal) {
    this.intake = intake;
    this.outlooks = outlooks;
    this.evaluateRules = evaluateRules;
    this.outcome = outcome;
    this.dueSignal = dueSignal;
  }

  @Incoming("projections")
  @Blocking
  void receive(ConsumerRecord<String, byte[]> record) {
    var enqueued = new AtomicBoolean();
    intake.receive(
        record,
        ProjectionRecomputed.class,
        event -> {
          outlooks.record(event.payload());
          enqueued.set(
              outcome.apply(
                  evaluateRules.evaluate(
                      Set.of(WatchedSeries.of(event.payload().indicator())),
                      Optional.of(event.payload().vintage()))));
        });
    if (enqueued.get()) {
      dueSignal.give();
    }
  }
}
