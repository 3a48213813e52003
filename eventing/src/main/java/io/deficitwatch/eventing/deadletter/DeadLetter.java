package io.deficitwatch.eventing.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.eventing.cloudevents.CloudEventHeaders;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record that this service could not process, as operators see it. The payload is not shown.
 *
 * @param offset its place in the dead-letter topic
 * @param eventId CloudEvents {@code id}, if it has one
 * @param reason as the header {@code dlt_reason} has it
 */
public record DeadLetter(
    long offset,
    Optional<String> key,
    Optional<String> eventId,
    Optional<String> eventType,
    Cause cause,
    Origin origin) {

  /**
   * @param failedAt when it was set aside, ISO 8601
   */
  public record Cause(String reason, String detail, String failedAt) {}

  /** Where the record was read from. */
  public record Origin(String topic, String partition, String offset) {}

  static DeadLetter of(ConsumerRecord<byte[], byte[]> letter) {
    Headers headers = letter.headers();
    return new DeadLetter(
        letter.offset(),
        Optional.ofNullable(letter.key()).map(key -> new String(key, UTF_8)),
        CloudEventHeaders.find(headers, CloudEventHeaders.ID),
        CloudEventHeaders.find(headers, CloudEventHeaders.TYPE),
        new Cause(
            text(headers, DeadLetterHeaders.REASON),
            text(headers, DeadLetterHeaders.DETAIL),
            text(headers, DeadLetterHeaders.FAILED_AT)),
        new Origin(
            text(headers, DeadLetterHeaders.TOPIC),
            text(headers, DeadLetterHeaders.PARTITION),
            text(headers, DeadLetterHeaders.OFFSET)));
  }

  private static String text(Headers headers, String name) {
    return CloudEventHeaders.find(headers, name).orElse("");
  }
}
