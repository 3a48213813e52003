package io.deficitwatch.alerting.messaging;

import io.deficitwatch.alerting.alert.EvaluateRules;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.delivery.EnqueueDeliveries;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.eventing.EventIntake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Indicator values as they come: alerts and their deliveries, in the one transaction of the intake.
 */
@ApplicationScoped
class IndicatorConsumer {
  private static final Logger LOG = Logger.getLogger(IndicatorConsumer.class);

  private final EventIntake intake;
  private final EvaluateRules evaluateRules;
  private final EnqueueDeliveries enqueueDeliveries;
  private final DueSignal dueSignal;
  private final EvaluationMeters meters;
  private final Clock clock;

  IndicatorConsumer(
      EventIntake intake,
      EvaluateRules evaluateRules,
      EnqueueDeliveries enqueueDeliveries,
      DueSignal dueSignal,
      EvaluationMeters meters,
      Clock clock) {
    this.intake = intake;
    this.evaluateRules = evaluateRules;
    this.enqueueDeliveries = enqueueDeliveries;
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
          enqueued.set(apply(event.payload()));
          meters.evaluated(Duration.between(event.time(), clock.instant()));
        });
    // After the commit: before it there is nothing to be seen.
    if (enqueued.get()) {
      dueSignal.give();
    }
  }

  /** Returns whether there is something to deliver. */
  private boolean apply(IndicatorRecomputed event) {
    EvaluateRules.Evaluated evaluated = evaluateRules.evaluate(event);
    meters.countSuppressed(enqueueDeliveries.enqueue(evaluated.announced()));
    meters.count(evaluated);
    evaluated.announced().forEach(IndicatorConsumer::log);
    evaluated
        .unfit()
        .forEach(
            rule ->
                LOG.warnf(
                    "rule not evaluated, its threshold is in another unit ruleId=%s"
                        + " subscriberId=%s unit=%s indicatorUnit=%s",
                    rule.id().id(),
                    rule.id().subscriberId(),
                    rule.unit().orElse("-"),
                    event.indicator().unit()));
    return !evaluated.announced().isEmpty();
  }

  private static void log(AlertChanged change) {
    LOG.infof(
        "alert changed alertId=%s transition=%s ruleId=%s subscriberId=%s period=%s cause=%s"
            + " releaseId=%s",
        change.alertId(),
        change.transition(),
        change.rule().id(),
        change.subscriberId(),
        change.figure().period(),
        change.cause().kind(),
        change.figure().vintage().releaseId());
  }
}
