package io.deficitwatch.eventing.trace;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Takes part in the trace of the caller, or begins one. */
@Provider
class TraceparentFilter implements ContainerRequestFilter {
  private final RequestTrace request;

  TraceparentFilter(RequestTrace request) {
    this.request = request;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    request.begin(
        Optional.ofNullable(context.getHeaderString(Traceparent.HEADER))
            .flatMap(Traceparent::parse)
            .map(Traceparent::child)
            .orElseGet(Traceparent::root));
  }
}
