package io.deficitwatch.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Goes on taking, and throws away, what a sender still sends who was answered in the midst of it:
 * most read no answer before they have sent all, and find a connection that was closed instead. But
 * not for ever.
 */
@ApplicationScoped
class Lingering {
  private final Duration patience;

  Lingering(
      @ConfigProperty(name = "deficitwatch.edge.linger", defaultValue = "1M") Duration patience) {
    this.patience = patience;
  }

  void begin(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    long _ = routing.vertx().setTimer(patience.toMillis(), _ -> end(request));
  }

  private static void end(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      var _ = request.connection().close();
    }
  }
}
