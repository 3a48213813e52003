package io.deficitwatch.eventing.kafka;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing delays between attempts: each about twice the one before, up to a limit, less up to a
 * fifth by chance so that instances do not knock at the same time.
 */
public final class Backoff {
  private final Duration initial;
  private final Duration max;
  private Duration next;

  public Backoff(Duration initial, Duration max) {
    this.initial = initial;
    this.max = max;
    this.next = initial;
  }

  /** The delay before the next attempt. */
  public Duration delay() {
    long nanos = next.toNanos();
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(max) > 0 ? max : doubled;
    return Duration.ofNanos(nanos - ThreadLocalRandom.current().nextLong(nanos / 5 + 1));
  }

  /** After a success: the next delay is the initial one. */
  public void reset() {
    next = initial;
  }
}
