package io.deficitwatch.alerting.delivery;

import io.deficitwatch.contracts.event.AlertChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Counts what changes of alerts would be delivered of. */
@ApplicationScoped
public class PreviewDeliveries {
  private final DeliveryPreview preview;

  public PreviewDeliveries(DeliveryPreview preview) {
    this.preview = preview;
  }

  /** By the id of the endpoint; one that gets none has 0. */
  @Transactional
  public Map<String, Integer> count(String subscriberId, List<AlertChanged> changes) {
    return preview.count(subscriberId, changes.stream().map(Message::of).toList());
  }
}
