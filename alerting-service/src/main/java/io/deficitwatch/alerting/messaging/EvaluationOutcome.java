package io.deficitwatch.alerting.messaging;

import io.deficitwatch.alerting.alert.EvaluateRules.Evaluated;
import io.deficitwatch.alerting.delivery.EnqueueDeliveries;
import io.deficitwatch.contracts.event.AlertChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;

/** What becomes of what rules found: deliveries, meters, log lines. */
@ApplicationScoped
class EvaluationOutcome {
  private static final Logger LOG = Logger.getLogger(EvaluationOutcome.class);

  private final EnqueueDeliveries enqueueDeliveries;
  private final EvaluationMeters meters;

  EvaluationOutcome(EnqueueDeliveries enqueueDeliveries, EvaluationMeters meters) {
    this.enqueueDeliveries = enqueueDeliveries;
    this.meters = meters;
  }

  /** In the transaction of the evaluation. Returns whether there is something to deliver. */
  boolean apply(Evaluated evaluated) {
    if (!evaluated.affected().isEmpty()) {
      meters.countSuppressed(
          enqueueDeliveries.enqueue(evaluated.announced(), Set.copyOf(evaluated.affected())));
    }
    meters.count(evaluated);
    evaluated.announced().forEach(EvaluationOutcome::log);
    evaluated
        .unfit()
        .forEach(
            rule ->
                LOG.warnf(
                    "rule not evaluated, it is in another unit than the indicator or compares two"
                        + " ruleId=%s subscriberId=%s unit=%s",
                    rule.id().id(), rule.id().subscriberId(), rule.unit().orElse("-")));
    evaluated
        .failed()
        .forEach(
            failure ->
                LOG.warnf(
                    "rule not evaluated, it failed ruleId=%s subscriberId=%s reason=%s",
                    failure.rule().id().id(),
                    failure.rule().id().subscriberId(),
                    failure.reason()));
    return !evaluated.affected().isEmpty();
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
