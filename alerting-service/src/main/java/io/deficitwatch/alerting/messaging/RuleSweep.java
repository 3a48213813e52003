package io.deficitwatch.alerting.messaging;

import io.deficitwatch.alerting.alert.SweepRules;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.rule.WatchedSeries;
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
import java.util.List;
import org.jboss.logging.Logger;

/** Looks now and then for what no event tells, in one instance at a time. */
@ApplicationScoped
class RuleSweep {
  private static final Logger LOG = Logger.getLogger(RuleSweep.class);
  private static final long LOCK = 0x0DEF_1C17_54E5L;
  private static final int AT_ONCE = 200;
  private static final Duration FORGETTING = Duration.ofHours(1);

  private final SweepRules sweepRules;
  private final EvaluationOutcome outcome;
  private final DueSignal dueSignal;
  private final EvaluationMeters meters;
  private final SweepConfig config;
  private final Stopping stopping;
  private final Clock clock;
  private final SoleLoop loop;
  private Instant nextForgetting = Instant.EPOCH;

  RuleSweep(
      SweepRules sweepRules,
      EvaluationOutcome outcome,
      DueSignal dueSignal,
      EvaluationMeters meters,
      SweepConfig config,
      SoleWork soleWork,
      Stopping stopping,
      Clock clock) {
    this.sweepRules = sweepRules;
    this.outcome = outcome;
    this.dueSignal = dueSignal;
    this.meters = meters;
    this.config = config;
    this.stopping = stopping;
    this.clock = clock;
    this.loop = new SoleLoop(soleWork, stopping, "rules", LOCK, new Undisturbed(clock, this::step));
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }

  private Duration step(Instant undisturbedSince) {
    sweepRules.abandonBatches(config.quiet(), undisturbedSince);
    List<WatchedSeries> due = sweepRules.listDue(AT_ONCE);
    int done = 0;
    for (WatchedSeries series : due) {
      if (!stopping.hasBegun() && sweep(series)) {
        done++;
      }
    }
    forgetProjections();
    return due.size() < AT_ONCE || done == 0 ? config.interval() : Duration.ZERO;
  }

  // Some in every step until there are no more, so that nothing that is due waits for it
  private void forgetProjections() {
    if (clock.instant().isBefore(nextForgetting)) {
      return;
    }
    boolean mayBeMore = false;
    try {
      int forgotten = sweepRules.forgetProjections(config.projections());
      mayBeMore = forgotten > 0;
      if (mayBeMore) {
        LOG.infof("old projections forgotten count=%d", forgotten);
      }
    } catch (RuntimeException e) {
      LOG.warnf("old projections not forgotten, trying again: cause=%s", e);
    }
    if (!mayBeMore) {
      nextForgetting = clock.instant().plus(FORGETTING);
    }
  }

  /** In a transaction of its own, so that a series that fails takes no other with it. */
  private boolean sweep(WatchedSeries series) {
    try {
      boolean enqueued =
          QuarkusTransaction.requiringNew().call(() -> outcome.apply(sweepRules.sweep(series)));
      if (enqueued) {
        dueSignal.give();
      }
      return true;
    } catch (RuntimeException e) {
      // If it is the database that fails, so does this, and the loop waits for it
      sweepRules.postpone(series);
      meters.sweepFailed();
      LOG.warnf(e, "series not judged, it failed series=%s cause=%s", series, e);
      return false;
    }
  }
}
