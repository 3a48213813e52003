package io.deficitwatch.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Cuts off a body that does not say its length where it becomes too large, with a problem document;
 * Quarkus would with an empty answer.
 */
class UnsaidBodySize {
  // Where Quarkus keeps its own limit for a request.
  private static final String LIMIT = "io.quarkus.max-request-size";

  // Quarkus counts what has arrived, and that is ahead of what was read.
  private static final long AHEAD = 1L << 20;
  private final Optional<MemorySize> limit;
  private final Lingering lingering;

  UnsaidBodySize(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit,
      Lingering lingering) {
    this.limit = limit;
    this.lingering = lingering;
  }

  @ServerRequestFilter(preMatching = true)
  void bound(ContainerRequestContext request, RoutingContext routing) {
    if (limit.isPresent() && routing.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      long most = limit.get().asLongValue();
      routing.put(LIMIT, most + AHEAD);
      request.setEntityStream(
          new Bounded(request.getEntityStream(), most, () -> lingering.begin(routing)));
    }
  }

  private static final class Bounded extends FilterInputStream {
    private final long most;
    private final Runnable beyond;
    private long count;

    Bounded(InputStream bytes, long most, Runnable beyond) {
      super(bytes);
      this.most = most;
      this.beyond = beyond;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      count += read;
      if (count > most) {
        beyond.run();
        throw new ProblemException(
            Problem.of(
                413,
                "too-large",
                "Body too large",
                "the body has more than %d bytes".formatted(most)));
      }
    }
  }
}
