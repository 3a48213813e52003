package io.deficitwatch.metrics.rest;

import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few requests fit models at a time: each takes a processor and some dozen megabytes, and
 * releases have to be merged beside them.
 */
@ApplicationScoped
class Models {
  private static final int AT_A_TIME = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final Semaphore free = new Semaphore(AT_A_TIME, true);

  /**
   * @throws ProblemException with status 503 if others have kept it waiting for too long
   */
  <T> T use(Supplier<T> work) {
    try {
      if (!free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to fit a model", e);
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private static ProblemException busy() {
    return new ProblemException(
        Problem.of(
            503,
            "busy",
            "Too many projections are asked for",
            "Others waited for %d s before this one; ask again."
                .formatted(LONGEST_WAIT.toSeconds())));
  }
}
