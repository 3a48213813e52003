package io.deficitwatch.metrics.schedule;

import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.session.SoleLoop;
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

/**
 * Computes area after area of new definitions, in one instance of the service at a time. After a
 * restart it goes on where it stopped.
 */
@ApplicationScoped
class BackComputationLoop {
  private static final Logger LOG = Logger.getLogger(BackComputationLoop.class);

  // Any number will do, as long as nothing else in the service's database uses it.
  private static final long LOCK = 0x0DEF_1C17_DEF1L;
  private static final Duration LOOK = Duration.ofMillis(500);

  private final BackComputeIndicators backComputeIndicators;
  private final SoleLoop loop;

  BackComputationLoop(
      SoleWork soleWork, BackComputeIndicators backComputeIndicators, Stopping stopping) {
    this.backComputeIndicators = backComputeIndicators;
    loop = new SoleLoop(soleWork, stopping, "back-computation", LOCK, this::step);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }

  private Duration step() {
    Optional<BackComputeIndicators.Step> step = backComputeIndicators.computeNext();
    step.filter(BackComputeIndicators.Step::computed)
        .flatMap(BackComputeIndicators.Step::job)
        .filter(job -> job.state() != IndicatorJob.JobState.COMPUTING)
        .ifPresent(BackComputationLoop::log);
    return step.filter(BackComputeIndicators.Step::computed).isPresent() ? Duration.ZERO : LOOK;
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
