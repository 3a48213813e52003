package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.alert.AlertsEnded;
import io.deficitwatch.alerting.silence.SuppressChanges;
import io.deficitwatch.alerting.silence.Suppression;
import io.deficitwatch.contracts.event.AlertChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Makes changes of alerts due for every endpoint of their subscribers. */
@ApplicationScoped
public class EnqueueDeliveries implements AlertsEnded {
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
   * @param affected whose alerts changed, also where none of it is announced
   * @return what was recorded and not sent
   */
  @Transactional
  public List<Suppression> enqueue(List<AlertChanged> changes, Set<String> affected) {
    SuppressChanges.Decided decided = suppressChanges.decide(changes, affected);
    // First what was to be told before
    if (!decided.lifted().isEmpty()) {
      deliveries.sendAfterAll(
          decided.lifted().stream().map(Message::idOf).toList(), clock.instant());
    }
    if (!changes.isEmpty()) {
      deliveries.enqueue(changes.stream().map(Message::of).toList(), clock.instant());
    }
    return decided.suppressed();
  }

  @Override
  @Transactional
  public void endedQuietly(String subscriberId) {
    enqueue(List.of(), Set.of(subscriberId));
  }
}
