package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.release.Scratch;
import io.deficitwatch.ingestion.release.ScratchFull;
import io.deficitwatch.ingestion.release.SpooledContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
   * @param announced how long it is, if its sender says so; without room for it none is read
   * @throws io.deficitwatch.edge.ProblemException with status 400 if it breaks off, 408 if it comes
   *     too slowly, 503 if too many others are on their way or wait
   */
  SpooledContent receive(InputStream body, @Nullable Long announced) {
    awaitTurn();
    try {
      return SpooledContent.of(
          new HurriedStream(
              body, config.patience(), config.leastPerSecond().asLongValue(), System::nanoTime),
          scratch,
          announced == null ? 0 : announced);
    } catch (ScratchFull _) {
      throw Problems.noRoom();
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
