package io.deficitwatch.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that says it is too large with a problem document, before Quarkus would with an
 * empty answer. A body that does not say its length is cut off by Quarkus at the same limit.
 */
@ApplicationScoped
class BodySizeLimit {
  private static final int BEFORE_QUARKUS = 9_000;
  private final Optional<MemorySize> limit;
  private final ObjectMapper json;
  private final Lingering lingering;

  BodySizeLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit,
      ObjectMapper json,
      Lingering lingering) {
    this.limit = limit;
    this.json = json;
    this.lingering = lingering;
  }

  void register(@Observes Filters filters) {
    limit.ifPresent(
        size -> filters.register(context -> check(context, size.asLongValue()), BEFORE_QUARKUS));
  }

  private void check(RoutingContext context, long most) {
    Optional<String> length =
        Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_LENGTH));
    if (length.filter(text -> text.matches("\\d{1,18}") && Long.parseLong(text) > most).isEmpty()) {
      context.next();
      return;
    }
    Problem problem =
        Problem.of(
                413,
                "too-large",
                "Body too large",
                "the body has %s bytes, at most %d are taken".formatted(length.get(), most))
            .at(Objects.requireNonNullElse(context.request().path(), ""));
    lingering.begin(context);
    try {
      var _ =
          context
              .response()
              .setStatusCode(413)
              .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMapping.MEDIA_TYPE)
              .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
              .end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
