package io.deficitwatch.ingestion.source;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one request at a time go to a host, with a pause after each, whoever sends it. */
final class HostPace {
  private final Duration pause;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  HostPace(Duration pause) {
    this.pause = pause;
  }

  /** Waits for its turn; the pause begins when the turn is closed. */
  Turn await(String host) throws InterruptedException {
    Lane lane = lanes.computeIfAbsent(host, _ -> new Lane());
    lane.lock.lockInterruptibly();
    try {
      long left = lane.freeAt - System.nanoTime();
      if (lane.used && left > 0) {
        Thread.sleep(Duration.ofNanos(left));
      }
    } catch (InterruptedException e) {
      lane.lock.unlock();
      throw e;
    }
    return () -> {
      lane.used = true;
      lane.freeAt = System.nanoTime() + pause.toNanos();
      lane.lock.unlock();
    };
  }

  /** What is held while a request is under way. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Lane {
    private final ReentrantLock lock = new ReentrantLock(true);
    private boolean used;
    private long freeAt;
  }
}
