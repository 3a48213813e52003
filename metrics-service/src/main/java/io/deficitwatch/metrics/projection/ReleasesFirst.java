package io.deficitwatch.metrics.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has projections stand back while a release is merged here: a model takes a processor for as long
 * as all balances of an area take.
 */
@ApplicationScoped
public class ReleasesFirst {
  private static final Duration PAUSE = Duration.ofMillis(20);
  // Where releases come without end, projections still come to their turn
  private static final int MOST_PAUSES = 25;

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger pauses = new AtomicInteger();

  /** Does the work of a release. */
  public void during(Runnable release) {
    underWay.incrementAndGet();
    try {
      release.run();
    } finally {
      underWay.decrementAndGet();
    }
  }

  /** How long to wait before asking again; zero if the next projection has its turn. */
  public Duration pause() {
    if (underWay.get() > 0 && pauses.incrementAndGet() <= MOST_PAUSES) {
      return PAUSE;
    }
    pauses.set(0);
    return Duration.ZERO;
  }
}
