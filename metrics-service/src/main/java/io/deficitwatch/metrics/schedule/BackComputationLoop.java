package io.deficitwatch.metrics.schedule;

import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.session.SoleWork;
import io.deficitwatch.metrics.definition.BackComputeIndicators;
import io.deficitwatch.metrics.definition.IndicatorJob;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Computes area after area of new definitions, in one instance of the service at a time. After a
 * restart it goes on where it stopped.
 */
@ApplicationScoped
class BackComputationLoop {
  private static final Logger LOG = Logger.getLogger(BackComputationLoop.class);

  // Any number will do, as long as nothing else in the service's database uses it.
  private static final long LOCK = 0x0DEF_1C17_DEF1L;
  private static final Duration TAKEOVER = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final SoleWork soleWork;
  private final BackComputeIndicators backComputeIndicators;
  private final Stopping stopping;
  private @Nullable Thread thread;

  BackComputationLoop(
      SoleWork soleWork, BackComputeIndicators backComputeIndicators, Stopping stopping) {
    this.soleWork = soleWork;
    this.backComputeIndicators = backComputeIndicators;
    this.stopping = stopping;
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("back-computation").daemon().start(this::run);
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    if (thread != null) {
      thread.join(Duration.ofSeconds(10));
    }
  }

  private void run() {
    while (!stopping.hasBegun()) {
      Optional<SoleWork.Turn> turn = soleWork.take("back-computation", LOCK);
      if (turn.isPresent()) {
        try (SoleWork.Turn held = turn.get()) {
          while (!stopping.hasBegun() && held.isHeld()) {
            stopping.pause(step());
          }
        }
      }
      stopping.pause(TAKEOVER);
    }
  }

  private Duration step() {
    try {
      Optional<BackComputeIndicators.Step> step = backComputeIndicators.computeNext();
      step.filter(BackComputeIndicators.Step::computed)
          .flatMap(BackComputeIndicators.Step::job)
          .filter(job -> job.state() != IndicatorJob.JobState.COMPUTING)
          .ifPresent(BackComputationLoop::log);
      return step.filter(BackComputeIndicators.Step::computed).isPresent() ? Duration.ZERO : LOOK;
    } catch (RuntimeException | Error e) {
      // Without this a broken database would end the thread, and nothing would be computed any
      // more; the area is still due.
      LOG.warnf(e, "back-computation interrupted: cause=%s", e);
      return AFTER_FAILURE;
    }
  }

  private static void log(IndicatorJob job) {
    LOG.infof(
        "indicator computed from the store indicator=%s definitionVersion=%d areas=%d changedValues=%d",
        job.indicator(),
        job.definitionVersion(),
        job.progress().areas(),
        job.progress().changedValues());
  }
}
