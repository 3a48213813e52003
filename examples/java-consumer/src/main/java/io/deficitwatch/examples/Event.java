package io.deficitwatch.examples;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * One event as read from a topic.
 *
 * @param id with {@code source} it recognises an event that was delivered twice
 * @param payload of the class that {@code type} names
 */
public record Event(String id, String source, EventType type, Record payload) {

  /**
   * Reads a record of one of the topics. Empty if its type is not known to this version of the
   * contracts: a later version may add types, and a consumer passes over them.
   *
   * @throws IOException if the value is not what its type says
   */
  public static Optional<Event> read(ConsumerRecord<String, byte[]> message) throws IOException {
    Optional<EventType> type = header(message, "ce_type").flatMap(EventType::find);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Event(
            header(message, "ce_id").orElseThrow(),
            header(message, "ce_source").orElseThrow(),
            type.get(),
            // Not a mapper of your own: this one keeps every decimal exact.
            ContractsJson.mapper().readValue(message.value(), type.get().payload())));
  }

  private static Optional<String> header(ConsumerRecord<?, ?> message, String name) {
    return Optional.ofNullable(message.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
