package io.deficitwatch.eventing.trace;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Which trace the work at hand belongs to: that of the event or of the HTTP request it serves. */
@ApplicationScoped
public class TraceContext {
  private static final ScopedValue<Traceparent> EVENT = ScopedValue.newInstance();

  private final RequestTrace request;

  TraceContext(RequestTrace request) {
    this.request = request;
  }

  /** The step under way; a new root if nothing began one. */
  public Traceparent current() {
    if (EVENT.isBound()) {
      return EVENT.get();
    }
    Optional<Traceparent> fromRequest =
        Arc.container().getActiveContext(RequestScoped.class) instanceof InjectableContext
            ? request.current()
            : Optional.empty();
    return fromRequest.orElseGet(Traceparent::root);
  }

  /** Runs the work as a step of the event's trace. */
  public void within(Traceparent event, Runnable work) {
    ScopedValue.where(EVENT, event.child()).run(work);
  }
}
