package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.release.Admission;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets in as many bodies at a time as the memory can hold with what is made of them; the others
 * wait in their files. Otherwise a few large releases at once would end the service.
 */
@ApplicationScoped
class BodyMemory implements Admission {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int UNIT = 1024;
  private static final double SHARE_OF_HEAP = 0.4;

  /** A body that is in memory, and the observations that can be made of it: nine bytes are one. */
  private static final int GROWTH = 17;

  /**
   * What a large one takes at most: its figures on their way to the file, the observations of one
   * area, the events that are made of them, and what stays in memory of every series.
   */
  private static final long MOST = 96L << 20;

  private final long largestBody;
  private final Duration patience;
  private final Semaphore free;

  @Inject
  BodyMemory(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
    this(largestBody.asLongValue(), Runtime.getRuntime().maxMemory(), PATIENCE);
  }

  BodyMemory(long largestBody, long heap, Duration patience) {
    this.largestBody = largestBody;
    this.patience = patience;
    long share = (long) (heap * SHARE_OF_HEAP) / UNIT;
    // At least one of the largest, however small the heap is.
    this.free = new Semaphore((int) Math.max(unitsOf(largestBody), Math.min(share, 1 << 30)), true);
  }

  @Override
  public Optional<Hold> hold(long length) {
    int needed = unitsOf(length < 0 ? largestBody : Math.min(length, largestBody));
    try {
      if (free.tryAcquire(needed, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.of(() -> free.release(needed));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private static int unitsOf(long length) {
    return (int) (Math.min(length * GROWTH, MOST) / UNIT) + 1;
  }
}
