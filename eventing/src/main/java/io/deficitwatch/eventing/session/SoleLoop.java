package io.deficitwatch.eventing.session;

import io.deficitwatch.eventing.kafka.Stopping;
import java.time.Duration;
import java.util.Optional;
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
  private final Task task;
  private final Thread thread;

  /**
   * @param work what it is, as the database shows it
   * @param lock any number that nothing else in the service's database uses
   */
  public SoleLoop(SoleWork soleWork, Stopping stopping, String work, long lock, Task task) {
    this.soleWork = soleWork;
    this.stopping = stopping;
    this.work = work;
    this.task = task;
    thread = Thread.ofPlatform().name(work).daemon().unstarted(() -> run(lock));
  }

  /** The work of whoever has the turn. */
  @FunctionalInterface
  public interface Task {
    /** Before the first step of a turn. */
    default void begin() {}

    /** Does some of it, and says how long to pause then. */
    Duration step();

    /**
     * After the last step of a turn. Another instance begins when this is done, unless the database
     * ended the turn.
     */
    default void end() {}
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
          take(held);
        }
      }
      stopping.pause(TAKEOVER);
    }
  }

  private void take(SoleWork.Turn turn) {
    task.begin();
    try {
      while (!stopping.hasBegun() && turn.isHeld()) {
        stopping.pause(step());
      }
    } finally {
      task.end();
    }
  }

  private Duration step() {
    try {
      return task.step();
    } catch (RuntimeException | Error e) {
      // Without this a broken database would end the thread, and nothing would be done any more
      LOG.warnf(e, "interrupted work=%s cause=%s", work, e);
      return AFTER_FAILURE;
    }
  }
}
