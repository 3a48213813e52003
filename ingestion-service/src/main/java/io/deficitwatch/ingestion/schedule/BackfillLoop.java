package io.deficitwatch.ingestion.schedule;

import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.session.SoleLoop;
import io.deficitwatch.eventing.session.SoleWork;
import io.deficitwatch.ingestion.backfill.BackfillItem;
import io.deficitwatch.ingestion.backfill.RunBackfills;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes file after file of what is to be backfilled, in one instance of the service at a time.
 * After a restart it goes on where it stopped.
 */
@ApplicationScoped
class BackfillLoop {
  private static final Logger LOG = Logger.getLogger(BackfillLoop.class);

  // Any number will do, as long as nothing else in the service's database uses it.
  private static final long LOCK = 0x0DEF_1C17_BAC4L;
  private static final Duration LOOK = Duration.ofMillis(500);

  private final RunBackfills runBackfills;
  private final SoleLoop loop;

  BackfillLoop(SoleWork soleWork, RunBackfills runBackfills, Stopping stopping) {
    this.runBackfills = runBackfills;
    loop = new SoleLoop(soleWork, stopping, "backfills", LOCK, this::step);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }

  private Duration step() {
    Optional<RunBackfills.Step> step = runBackfills.runNext();
    step.ifPresent(BackfillLoop::log);
    return step.isPresent() ? Duration.ZERO : LOOK;
  }

  private static void log(RunBackfills.Step step) {
    BackfillItem item = step.item();
    LOG.infof(
        "backfilled backfillId=%s number=%d releasedAt=%s state=%s releaseId=%s faults=%d",
        step.backfillId(),
        item.number(),
        item.releasedAt(),
        item.state(),
        item.result().releaseId().orElse("-"),
        item.result().faultCount());
  }
}
