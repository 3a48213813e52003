package io.deficitwatch.eventing;

import io.deficitwatch.contracts.Topics;

/**
 * Takes the key of an event off its compacted topic, once the event has said that there is nothing
 * more to say of it. In Kafka it is a record without a value; it is no event and has no CloudEvents
 * headers.
 *
 * @param event the last one of its key; leave it in the outbox before this
 */
public record Tombstone(OutboundEvent event) implements OutboundMessage {
  public Tombstone {
    if (!Topics.isCompacted(event.type().topic())) {
      throw new IllegalArgumentException(event.type().topic() + " is not compacted");
    }
  }
}
