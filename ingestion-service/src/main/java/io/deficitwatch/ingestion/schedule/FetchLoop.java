package io.deficitwatch.ingestion.schedule;

import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.session.SoleWork;
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
 * Looks again and again what is to be fetched. One instance of the service does so at a time, the
 * one whose session holds the lock; the others stand by.
 */
@ApplicationScoped
class FetchLoop {
  private static final Logger LOG = Logger.getLogger(FetchLoop.class);

  // Any number will do, as long as nothing else in the service's database uses it.
  private static final long LOCK = 0x0DEF_1C17_FE7CL;
  private static final Duration TAKEOVER = Duration.ofSeconds(1);

  private final SoleWork soleWork;
  private final FetchRound round;
  private final FetchMeters meters;
  private final FetchConfig config;
  private final Stopping stopping;
  private @Nullable Thread thread;

  FetchLoop(
      SoleWork soleWork,
      FetchRound round,
      FetchMeters meters,
      FetchConfig config,
      Stopping stopping) {
    this.soleWork = soleWork;
    this.round = round;
    this.meters = meters;
    this.config = config;
    this.stopping = stopping;
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      thread = Thread.ofPlatform().name("fetch-loop").daemon().start(this::run);
    }
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    if (thread != null) {
      thread.join(Duration.ofSeconds(10));
    }
  }

  private void run() {
    while (!stopping.hasBegun()) {
      Optional<SoleWork.Turn> turn = soleWork.take("fetches", LOCK);
      if (turn.isPresent()) {
        try (SoleWork.Turn held = turn.get()) {
          work(held);
        } finally {
          meters.active(false);
        }
      }
      stopping.pause(TAKEOVER);
    }
  }

  private void work(SoleWork.Turn turn) {
    LOG.info("fetching: active");
    meters.active(true);
    while (!stopping.hasBegun() && turn.isHeld()) {
      try {
        round.run();
      } catch (RuntimeException | Error e) {
        // Without this a broken database, a bug, or too little memory would end the thread, and
        // nothing would be fetched any more.
        LOG.warnf(e, "fetching interrupted: cause=%s", e);
      }
      stopping.pause(config.lookInterval());
    }
    LOG.info("fetching: standby");
    // Nothing of ours should be on its way when another instance begins.
    round.await();
  }
}
