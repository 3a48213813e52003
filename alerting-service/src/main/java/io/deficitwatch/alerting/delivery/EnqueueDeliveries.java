package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.silence.SuppressChanges;
import io.deficitwatch.alerting.silence.Suppression;
import io.deficitwatch.contracts.event.AlertChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Makes changes of alerts due for every endpoint of their subscribers. */
@ApplicationScoped
public class EnqueueDeliveries {
  private final SuppressChanges suppressChanges;
  private final DeliveryStore deliveries;
  private final Clock clock;

  public EnqueueDeliveries(SuppressChanges suppressChanges, DeliveryStore deliveries, Clock clock) {
    this.suppressChanges = suppressChanges;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * In the transaction that changed the alerts, so that neither is without the other.
   *
   * @return what was recorded and not sent
   */
  @Transactional
  public List<Suppression> enqueue(List<AlertChanged> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    SuppressChanges.Decided decided = suppressChanges.decide(changes);
    deliveries.enqueue(changes.stream().map(Message::of).toList(), clock.instant());
    if (!decided.lifted().isEmpty()) {
      deliveries.sendAfterAll(
          decided.lifted().stream().map(Message::idOf).toList(), clock.instant());
    }
    return decided.suppressed();
  }
}
