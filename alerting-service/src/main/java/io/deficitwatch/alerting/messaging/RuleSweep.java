package io.deficitwatch.alerting.messaging;

import io.deficitwatch.alerting.alert.SweepRules;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.session.SoleLoop;
import io.deficitwatch.eventing.session.SoleWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Looks now and then for what no event tells, in one instance at a time. */
@ApplicationScoped
class RuleSweep {
  private static final long LOCK = 0x0DEF_1C17_54E5L;

  private final SweepRules sweepRules;
  private final EvaluationOutcome outcome;
  private final DueSignal dueSignal;
  private final SweepConfig config;
  private final SoleLoop loop;
  private final Instant startedAt;

  RuleSweep(
      SweepRules sweepRules,
      EvaluationOutcome outcome,
      DueSignal dueSignal,
      SweepConfig config,
      SoleWork soleWork,
      Stopping stopping,
      Clock clock) {
    this.sweepRules = sweepRules;
    this.outcome = outcome;
    this.dueSignal = dueSignal;
    this.config = config;
    this.startedAt = clock.instant();
    this.loop = new SoleLoop(soleWork, stopping, "rules", LOCK, this::step);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }

  private Duration step() {
    boolean enqueued =
        QuarkusTransaction.requiringNew()
            .call(() -> outcome.apply(sweepRules.sweep(config.quiet(), startedAt)));
    if (enqueued) {
      dueSignal.give();
    }
    return config.interval();
  }
}
