package io.deficitwatch.eventing;

import io.deficitwatch.contracts.event.EventType;
import java.time.Instant;

/**
 * An event to be published.
 *
 * @param id CloudEvents {@code id}, deterministic, so that a replay is recognised
 * @param subject CloudEvents {@code subject}: what it is about
 * @param key Kafka key and CloudEvents {@code partitionkey}: events of one key keep their order
 * @param time CloudEvents {@code time}: when it happened
 * @param payload of the class that the type names
 */
public record OutboundEvent(
    String id, EventType type, String subject, String key, Instant time, Record payload)
    implements OutboundMessage {
  public OutboundEvent {
    if (!type.payload().isInstance(payload)) {
      throw new IllegalArgumentException(
          type + " carries " + type.payload() + ", not " + payload.getClass());
    }
  }

  @Override
  public OutboundEvent event() {
    return this;
  }
}
