package io.deficitwatch.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Names the instance in every answer, health checks included. */
@ApplicationScoped
class InstanceHeader {
  private static final String HEADER = "X-Deficit-Watch-Instance";
  private static final int BEFORE_ALL = 10_000;

  void register(@Observes Filters filters, InstanceConfig config) {
    config
        .id()
        .ifPresent(
            id ->
                filters.register(
                    context -> {
                      context.response().putHeader(HEADER, id);
                      context.next();
                    },
                    BEFORE_ALL));
  }
}
