package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.release.Scratch;
import io.deficitwatch.ingestion.release.SpooledContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes bodies from the network to where they wait. That takes as long as the sender does, so no
 * memory for what comes of them is held meanwhile; but a sender that goes on for ever is cut off.
 */
@ApplicationScoped
class Receiving {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final Scratch scratch;
  private final ReceiveConfig config;
  private final Semaphore free;

  Receiving(Scratch scratch, ReceiveConfig config) {
    this.scratch = scratch;
    this.config = config;
    this.free = new Semaphore(config.most(), true);
  }

  /**
   * Reads the body to its end.
   *
   * @throws io.deficitwatch.edge.ProblemException with status 400 if it breaks off, 408 if it comes
   *     too slowly, 503 if too many others are on their way
   */
  SpooledContent receive(InputStream body) {
    awaitTurn();
    try {
      return SpooledContent.of(
          new HurriedStream(
              body, config.patience(), config.leastPerSecond().asLongValue(), System::nanoTime),
          scratch.directory());
    } catch (HurriedStream.TooSlow e) {
      throw Problems.slowBody(e);
    } catch (IOException e) {
      // So Quarkus says that nothing came at all for quarkus.http.read-timeout.
      throw String.valueOf(e.getMessage()).contains("timed out")
          ? Problems.slowBody(e)
          : Problems.brokenBody(e);
    } finally {
      free.release();
    }
  }

  private void awaitTurn() {
    try {
      if (free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw Problems.busy();
  }
}
