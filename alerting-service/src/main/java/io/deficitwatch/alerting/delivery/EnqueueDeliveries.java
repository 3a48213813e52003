package io.deficitwatch.alerting.delivery;

import io.deficitwatch.contracts.event.AlertChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Makes changes of alerts due for every endpoint of their subscribers. */
@ApplicationScoped
public class EnqueueDeliveries {
  private final DeliveryStore deliveries;
  private final Clock clock;

  public EnqueueDeliveries(DeliveryStore deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** In the transaction that changed the alerts, so that neither is without the other. */
  @Transactional
  public void enqueue(List<AlertChanged> changes) {
    if (!changes.isEmpty()) {
      deliveries.enqueue(changes.stream().map(Message::of).toList(), clock.instant());
    }
  }
}
