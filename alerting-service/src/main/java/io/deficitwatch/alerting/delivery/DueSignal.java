package io.deficitwatch.alerting.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the one who waits for due deliveries that there may be some. */
@ApplicationScoped
public class DueSignal {
  private final Semaphore given = new Semaphore(0);

  /** To be called after the transaction that made deliveries due. */
  public void give() {
    given.release();
  }

  /** Waits for the next signal, but no longer than this. */
  public void await(Duration longest) throws InterruptedException {
    if (given.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      given.drainPermits();
    }
  }
}
