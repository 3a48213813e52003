package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.alert.EventIds;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertWebhook;
import io.deficitwatch.contracts.event.EndpointWebhook;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What is sent to every endpoint of a subscriber about one change of an alert, or of one of its
 * endpoints: the same bytes on every attempt.
 *
 * @param id the {@code webhook-id}
 * @param eventId of a change of an alert, the id of the event that says the same on {@code
 *     alerts.v1}
 */
public record Message(String id, String eventId, String subscriberId, String type, String body) {
  static Message of(AlertChanged change) {
    String eventId = EventIds.of(change);
    AlertWebhook webhook = AlertWebhook.of(change);
    return new Message(
        idOf(eventId), eventId, change.subscriberId(), webhook.type(), webhook.toJson());
  }

  /**
   * @param eventId the same if, and only if, it says the same
   */
  static Message of(String eventId, EndpointWebhook webhook) {
    return new Message(
        idOf(eventId), eventId, webhook.data().subscriberId(), webhook.type(), webhook.toJson());
  }

  private static String idOf(String eventId) {
    return "msg_" + UUID.nameUUIDFromBytes(eventId.getBytes(StandardCharsets.UTF_8));
  }
}
