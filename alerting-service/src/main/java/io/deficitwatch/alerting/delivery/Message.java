package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.alert.EventIds;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertGroupWebhook;
import io.deficitwatch.contracts.event.AlertWebhook;
import io.deficitwatch.contracts.event.EndpointWebhook;
import io.deficitwatch.contracts.event.IndicatorRef;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * What is sent to every endpoint of a subscriber about one change of an alert, or of one of its
 * endpoints: the same bytes on every attempt.
 *
 * @param id the {@code webhook-id}
 * @param eventId of a change of an alert, the id of the event that says the same on {@code
 *     alerts.v1}
 * @param subject what it is about, for endpoints to choose by
 */
public record Message(
    String id, String eventId, String subscriberId, String type, String body, Subject subject) {
  /** About no series. */
  public Message(String id, String eventId, String subscriberId, String type, String body) {
    this(id, eventId, subscriberId, type, body, Subject.NONE);
  }

  static Message of(AlertChanged change) {
    String eventId = EventIds.of(change);
    AlertWebhook webhook = AlertWebhook.of(change);
    return new Message(
        idOf(eventId),
        eventId,
        change.subscriberId(),
        webhook.type(),
        webhook.toJson(),
        Subject.of(change));
  }

  /**
   * @param eventId the same if, and only if, it says the same
   */
  static Message of(String eventId, EndpointWebhook webhook) {
    return new Message(
        idOf(eventId), eventId, webhook.data().subscriberId(), webhook.type(), webhook.toJson());
  }

  /**
   * @param eventId the same if, and only if, it says the same
   */
  static Message of(String eventId, AlertGroupWebhook webhook) {
    return new Message(
        idOf(eventId), eventId, webhook.data().subscriberId(), webhook.type(), webhook.toJson());
  }

  static String idOf(String eventId) {
    return "msg_" + UUID.nameUUIDFromBytes(eventId.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a message is about, as far as it is about a series.
   *
   * @param severity of the rule
   * @param series indicator, area and frequency
   */
  public record Subject(
      Optional<String> area,
      Optional<String> indicator,
      Optional<String> severity,
      Optional<String> series) {
    /** About no series. */
    public static final Subject NONE =
        new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Subject of(AlertChanged change) {
      IndicatorRef indicator = change.indicator();
      return new Subject(
          Optional.of(indicator.refArea()),
          Optional.of(indicator.id()),
          Optional.of(change.rule().severity()),
          Optional.of(indicator.id() + "/" + indicator.refArea() + "/" + indicator.frequency()));
    }
  }
}
