package io.deficitwatch.ingestion.rest;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets in as many bodies at a time as the memory can hold with what is made of them; the others
 * wait in the network. Otherwise a few large releases at once would end the service.
 */
@ApplicationScoped
class BodyMemory {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int UNIT = 1024;
  private static final double SHARE_OF_HEAP = 0.4;

  /** Of nine bytes, "1," and "202601,", an observation of some 140 bytes can be made. */
  private static final int GROWTH = 16;

  /** As many observations as a release may have take no more. */
  private static final long MOST_GROWTH = 42L << 20;

  private final long largestBody;
  private final Semaphore free;

  BodyMemory(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
    this.largestBody = largestBody.asLongValue();
    long share = (long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP);
    int units = (int) Math.max(unitsOf(this.largestBody), Math.min(share / UNIT, 1 << 30));
    this.free = new Semaphore(units, true);
  }

  /**
   * Holds what a body needs.
   *
   * @param length in bytes; negative if it is not known beforehand
   * @throws io.deficitwatch.edge.ProblemException with status 503 if others hold it for too long
   */
  Hold hold(long length) {
    int needed = unitsOf(length < 0 ? largestBody : Math.min(length, largestBody));
    try {
      if (free.tryAcquire(needed, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return () -> free.release(needed);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw Problems.busy();
  }

  private static int unitsOf(long length) {
    return (int) ((length + Math.min(length * GROWTH, MOST_GROWTH)) / UNIT) + 1;
  }

  /** What is held until it is closed. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
