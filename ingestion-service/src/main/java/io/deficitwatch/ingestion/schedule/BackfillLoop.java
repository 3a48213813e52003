package io.deficitwatch.ingestion.schedule;

import io.deficitwatch.eventing.kafka.Stopping;
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
import org.jspecify.annotations.Nullable;

/**
 * Takes file after file of what is to be backfilled, in one instance of the service at a time.
 * After a restart it goes on where it stopped.
 */
@ApplicationScoped
class BackfillLoop {
  private static final Logger LOG = Logger.getLogger(BackfillLoop.class);

  // Any number will do, as long as nothing else in the service's database uses it.
  private static final long LOCK = 0x0DEF_1C17_BAC4L;
  private static final Duration TAKEOVER = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final SoleWork soleWork;
  private final RunBackfills runBackfills;
  private final Stopping stopping;
  private @Nullable Thread thread;

  BackfillLoop(SoleWork soleWork, RunBackfills runBackfills, Stopping stopping) {
    this.soleWork = soleWork;
    this.runBackfills = runBackfills;
    this.stopping = stopping;
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("backfill-loop").daemon().start(this::run);
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    if (thread != null) {
      thread.join(Duration.ofSeconds(10));
    }
  }

  private void run() {
    while (!stopping.hasBegun()) {
      Optional<SoleWork.Turn> turn = soleWork.take("backfills", LOCK);
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
      Optional<RunBackfills.Step> step = runBackfills.runNext();
      step.ifPresent(BackfillLoop::log);
      return step.isPresent() ? Duration.ZERO : LOOK;
    } catch (RuntimeException | Error e) {
      // Without this a broken database, or too little memory for a file, would end the thread, and
      // nothing would be backfilled any more; the file is still pending.
      LOG.warnf(e, "backfill interrupted: cause=%s", e);
      return AFTER_FAILURE;
    }
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
