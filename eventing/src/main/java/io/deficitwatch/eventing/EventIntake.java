package io.deficitwatch.eventing;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The only door for events from Kafka. A consumer method passes every record through it and
 * returns; then the offset may be committed.
 */
public interface EventIntake {
  /**
   * Decodes the record and runs the handler in one transaction with the note that the event was
   * seen. Returns when the effects are committed, or the event was seen before, or it has gone to
   * the dead-letter topic because it cannot be decoded or the handler refused it repeatedly. While
   * the database is out of reach it waits and tries again, so nothing is skipped.
   *
   * @param payload the class to read the value into; an event of another payload goes to the
   *     dead-letter topic
   */
  <T extends Record> void receive(
      ConsumerRecord<String, byte[]> record, Class<T> payload, Consumer<InboundEvent<T>> handler);
}
