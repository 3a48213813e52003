package io.deficitwatch.alerting.delivery;

import io.deficitwatch.contracts.event.AlertChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what changes of alerts would be delivered of. */
@ApplicationScoped
public class PreviewDeliveries {
  private static final int AT_ONCE = 1000;

  private final DeliveryPreview preview;

  public PreviewDeliveries(DeliveryPreview preview) {
    this.preview = preview;
  }

  /** By the id of the endpoint; one that gets none has 0. */
  public Map<String, Integer> count(String subscriberId, List<AlertChanged> changes) {
    Map<String, Integer> counts = new TreeMap<>(preview.count(subscriberId, List.of()));
    for (int from = 0; from < changes.size(); from += AT_ONCE) {
      List<AlertChanged> some = changes.subList(from, Math.min(from + AT_ONCE, changes.size()));
      preview
          .count(subscriberId, some.stream().map(Message::of).toList())
          .forEach((endpoint, count) -> counts.merge(endpoint, count, Integer::sum));
    }
    return counts;
  }
}
