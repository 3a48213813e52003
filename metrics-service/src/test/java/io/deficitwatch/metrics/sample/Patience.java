package io.deficitwatch.metrics.sample;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for what is to come: longer costs nothing where it comes. */
public final class Patience {
  /** Enough for a machine that does much else. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private Patience() {}

  /** To wait for what another thread is to do. */
  public static ConditionFactory await() {
    return Awaitility.await().atMost(PATIENCE);
  }
}
