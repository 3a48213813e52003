package io.deficitwatch.eventing.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.eventing.InboundEvent;
import io.deficitwatch.eventing.cloudevents.CloudEventHeaders;
import io.deficitwatch.eventing.deadletter.DeadLetterReason;
import io.deficitwatch.eventing.trace.Traceparent;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Reads a CloudEvent of the published language out of a Kafka record. */
final class EventDecoder {
  private EventDecoder() {}

  static <T extends Record> Decoded<T> decode(
      ConsumerRecord<String, byte[]> record, Class<T> payload) {
    try {
      if (record.value() == null && Topics.isCompacted(record.topic())) {
        return new Decoded.Tombstone<>();
      }
      if (record.value() == null) {
        throw new Undecodable(DeadLetterReason.EMPTY_VALUE, "the record has no value");
      }
      Headers headers = record.headers();
      String version = require(headers, CloudEventHeaders.SPEC_VERSION);
      if (!version.equals("1.0")) {
        throw new Undecodable(DeadLetterReason.MALFORMED_HEADERS, "CloudEvents version " + version);
      }
      var event =
          new InboundEvent<>(
              require(headers, CloudEventHeaders.ID),
              type(headers, payload),
              require(headers, CloudEventHeaders.SOURCE),
              key(record),
              time(headers),
              read(record.value(), payload));
      Traceparent trace =
          CloudEventHeaders.find(headers, Traceparent.HEADER)
              .flatMap(Traceparent::parse)
              .orElseGet(Traceparent::root);
      return new Decoded.Readable<>(event, trace);
    } catch (Undecodable e) {
      return new Decoded.Unreadable<>(e.reason, String.valueOf(e.getMessage()));
    }
  }

  private static EventType type(Headers headers, Class<?> payload) throws Undecodable {
    String name = require(headers, CloudEventHeaders.TYPE);
    EventType type =
        EventType.find(name)
            .orElseThrow(() -> new Undecodable(DeadLetterReason.UNKNOWN_TYPE, "type " + name));
    if (type.payload() != payload) {
      throw new Undecodable(
          DeadLetterReason.UNEXPECTED_TYPE,
          name + " is no " + payload.getSimpleName() + ", which is read here");
    }
    return type;
  }

  private static Instant time(Headers headers) throws Undecodable {
    String text = require(headers, CloudEventHeaders.TIME);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Undecodable(
          DeadLetterReason.MALFORMED_HEADERS, CloudEventHeaders.TIME + " is no RFC 3339 time");
    }
  }

  private static String key(ConsumerRecord<String, byte[]> record) throws Undecodable {
    return Optional.ofNullable(record.key())
        .orElseThrow(
            () -> new Undecodable(DeadLetterReason.MALFORMED_HEADERS, "the record has no key"));
  }

  private static <T> T read(byte[] value, Class<T> payload) throws Undecodable {
    try {
      T read = ContractsJson.mapper().readValue(value, payload);
      if (read == null) {
        throw new Undecodable(DeadLetterReason.MALFORMED_PAYLOAD, "the value is JSON null");
      }
      return read;
    } catch (JsonProcessingException e) {
      // The location is of use; the source text stays out of headers and logs.
      throw new Undecodable(DeadLetterReason.MALFORMED_PAYLOAD, e.getOriginalMessage());
    } catch (IOException e) {
      throw new Undecodable(DeadLetterReason.MALFORMED_PAYLOAD, "unreadable");
    }
  }

  private static String require(Headers headers, String name) throws Undecodable {
    return CloudEventHeaders.find(headers, name)
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () -> new Undecodable(DeadLetterReason.MALFORMED_HEADERS, "no header " + name));
  }

  private static final class Undecodable extends Exception {
    private static final long serialVersionUID = 1L;
    private final DeadLetterReason reason;

    private Undecodable(DeadLetterReason reason, String message) {
      super(message, null, false, false);
      this.reason = reason;
    }
  }
}
