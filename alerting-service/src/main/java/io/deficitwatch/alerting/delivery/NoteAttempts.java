package io.deficitwatch.alerting.delivery;

import io.deficitwatch.eventing.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Stores what attempts came to, and tells owners of endpoints that are disabled by it. */
@ApplicationScoped
public class NoteAttempts {
  private final DeliveryStore deliveries;
  private final Outbox outbox;
  private final FailurePolicy policy;
  private final Clock clock;

  public NoteAttempts(DeliveryStore deliveries, Outbox outbox, FailurePolicy policy, Clock clock) {
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * May be repeated with the same ones until it succeeds. The notice goes to all endpoints of the
   * owner, to the one that is disabled it waits; operators are told as well.
   *
   * @return the endpoints that it disabled
   */
  @Transactional
  public List<DisabledEndpoint> note(List<AttemptedDelivery> attempted) {
    List<DisabledEndpoint> disabled = deliveries.complete(attempted, policy, clock.instant());
    if (!disabled.isEmpty()) {
      deliveries.enqueue(disabled.stream().map(Notices::disabled).toList(), clock.instant());
      outbox.append(disabled.stream().map(Notices::forOperators).toList());
    }
    return disabled;
  }
}
