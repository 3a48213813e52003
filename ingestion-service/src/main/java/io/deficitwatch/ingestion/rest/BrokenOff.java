package io.deficitwatch.ingestion.rest;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Ends an answer that was begun and cannot be made whole so that its reader knows. Quarkus would
 * end it in good order, whatever went wrong.
 */
final class BrokenOff {
  private static final Logger LOG = Logger.getLogger(BrokenOff.class);
  private static final int PATIENCE_SECONDS = 20;

  private BrokenOff() {}

  static void end(RoutingContext routing) {
    if (routing.request().version() == HttpVersion.HTTP_2) {
      routing.response().reset();
      return;
    }
    try {
      // Closed before Quarkus goes on: it would still write the end.
      routing
          .request()
          .connection()
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf("a broken answer was not broken off cause=%s", e);
    }
  }
}
