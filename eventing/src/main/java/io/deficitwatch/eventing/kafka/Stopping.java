package io.deficitwatch.eventing.kafka;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the service is going down; all waiting in eventing ends when it is. */
@ApplicationScoped
public class Stopping {
  private final CountDownLatch begun = new CountDownLatch(1);

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    begun.countDown();
  }

  public boolean hasBegun() {
    return begun.getCount() == 0;
  }

  /**
   * Waits this long.
   *
   * @return false if the service is going down, and then at once
   */
  public boolean pause(Duration delay) {
    try {
      return !begun.await(delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
