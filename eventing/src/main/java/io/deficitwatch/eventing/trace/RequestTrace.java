package io.deficitwatch.eventing.trace;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The trace that the current HTTP request is a step of. */
@RequestScoped
class RequestTrace {
  private Optional<Traceparent> current = Optional.empty();

  Optional<Traceparent> current() {
    return current;
  }

  void begin(Traceparent step) {
    current = Optional.of(step);
  }
}
