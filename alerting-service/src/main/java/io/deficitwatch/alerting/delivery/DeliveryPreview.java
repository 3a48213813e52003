package io.deficitwatch.alerting.delivery;

import java.util.List;
import java.util.Map;

/** Says how often messages would be delivered, without sending any. */
public interface DeliveryPreview {
  /** How many of the messages each endpoint of the subscriber would get by its filter, by id. */
  Map<String, Integer> count(String subscriberId, List<Message> messages);
}
