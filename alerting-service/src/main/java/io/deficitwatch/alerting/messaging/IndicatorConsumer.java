package io.deficitwatch.alerting.messaging;

import io.deficitwatch.alerting.alert.TakeValue;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.eventing.EventIntake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Indicator values as they come: alerts and their deliveries, in the one transaction of the intake.
 */
@ApplicationScoped
class IndicatorConsumer {
  private final EventIntake intake;
  private final TakeValue takeValue;
  private final EvaluationOutcome outcome;
  private final DueSignal dueSignal;
  private final EvaluationMeters meters;
  private final Clock clock;

  IndicatorConsumer(
      EventIntake intake,
      TakeValue takeValue,
      EvaluationOutcome outcome,
      DueSignal dueSignal,
      EvaluationMeters meters,
      Clock clock) {
    this.intake = intake;
    this.takeValue = takeValue;
    this.outcome = outcome;
    this.dueSignal = dueSignal;
    this.meters = meters;
    this.clock = clock;
  }

  @Incoming("indicators")
  @Blocking
  void receive(ConsumerRecord<String, byte[]> record) {
    var enqueued = new AtomicBoolean();
    intake.receive(
        record,
        IndicatorRecomputed.class,
        event -> {
          enqueued.set(outcome.apply(takeValue.take(event.payload())));
          meters.evaluated(Duration.between(event.time(), clock.instant()));
        });
    // After the commit: before it there is nothing to be seen.
    if (enqueued.get()) {
      dueSignal.give();
    }
  }
}
