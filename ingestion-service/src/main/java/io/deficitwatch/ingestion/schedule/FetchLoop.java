package io.deficitwatch.ingestion.schedule;

import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.session.SoleLoop;
import io.deficitwatch.eventing.session.SoleWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Looks again and again what is to be fetched. One instance of the service does so at a time, the
 * one whose session holds the lock; the others stand by.
 */
@ApplicationScoped
class FetchLoop implements SoleLoop.Task {
  private static final Logger LOG = Logger.getLogger(FetchLoop.class);

  // Any number will do, as long as nothing else in the service's database uses it.
  private static final long LOCK = 0x0DEF_1C17_FE7CL;

  private final FetchRound round;
  private final FetchMeters meters;
  private final FetchConfig config;
  private final SoleLoop loop;

  FetchLoop(
      SoleWork soleWork,
      FetchRound round,
      FetchMeters meters,
      FetchConfig config,
      Stopping stopping) {
    this.round = round;
    this.meters = meters;
    this.config = config;
    loop = new SoleLoop(soleWork, stopping, "fetches", LOCK, this);
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      loop.start();
    }
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    if (config.enabled()) {
      loop.stop();
    }
  }

  @Override
  public void begin() {
    LOG.info("fetching: active");
    meters.active(true);
  }

  @Override
  public Duration step() {
    round.run();
    return config.lookInterval();
  }

  @Override
  public void end() {
    LOG.info("fetching: standby");
    meters.active(false);
    // Nothing of ours should be on its way when another instance begins.
    round.await();
  }
}
