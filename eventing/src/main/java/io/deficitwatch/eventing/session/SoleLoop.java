package io.deficitwatch.eventing.session;

import io.deficitwatch.eventing.kafka.Stopping;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does one kind of work step by step, in one instance of the service at a time, until the service
 * stops. What is to be done is in the database, so that a restart goes on where it stopped.
 */
public final class SoleLoop {
  private static final Logger LOG = Logger.getLogger(SoleLoop.class);
  private static final Duration TAKEOVER = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SoleWork soleWork;
  private final Stopping stopping;
  private final String work;
  private final Supplier<Duration> step;
  private final Thread thread;

  /**
   * @param lock any number that nothing else in the service's database uses
   * @param step does some of it and says how long to pause then
   */
  public SoleLoop(
      SoleWork soleWork, Stopping stopping, String work, long lock, Supplier<Duration> step) {
    this.soleWork = soleWork;
    this.stopping = stopping;
    this.work = work;
    this.step = step;
    thread = Thread.ofPlatform().name(work).daemon().unstarted(() -> run(lock));
  }

  public void start() {
    thread.start();
  }

  /** Waits for the step that goes on. */
  public void stop() throws InterruptedException {
    thread.join(PATIENCE);
  }

  private void run(long lock) {
    while (!stopping.hasBegun()) {
      Optional<SoleWork.Turn> turn = soleWork.take(work, lock);
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
      return step.get();
    } catch (RuntimeException | Error e) {
      // Without this a broken database would end the thread, and nothing would be done any more
      LOG.warnf(e, "interrupted work=%s cause=%s", work, e);
      return AFTER_FAILURE;
    }
  }
}
