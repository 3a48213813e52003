package io.deficitwatch.alerting.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes indicator values as the relay of metrics does: CloudEvents, binary mode. */
public final class IndicatorsTopic implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;

  public IndicatorsTopic(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  public void publish(IndicatorRecomputed value) {
    try {
      send(
          Topics.INDICATORS,
          value.key(),
          ContractsJson.mapper().writeValueAsBytes(value),
          headers(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any other event, as its own service publishes it. */
  public void publish(EventType type, String key, String id, Instant time, Record payload) {
    Map<String, String> headers =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            type.type(),
            "ce_source",
            "/another-service",
            "ce_subject",
            key,
            "ce_time",
            time.toString(),
            "ce_partitionkey",
            key,
            "ce_dataschema",
            type.dataSchema().toString(),
            "content-type",
            "application/json");
    try {
      send(type.topic(), key, ContractsJson.mapper().writeValueAsBytes(payload), headers);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that is no event at all. */
  public void publishGarbage(String key) {
    send(
        Topics.INDICATORS,
        key,
        "{".getBytes(StandardCharsets.UTF_8),
        Map.of("ce_specversion", "1.0"));
  }

  private void send(String topic, String key, byte[] value, Map<String, String> headers) {
    var record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(record).get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("publishing an indicator value", e);
    }
  }

  private static Map<String, String> headers(IndicatorRecomputed value) {
    return Map.of(
        "ce_specversion", "1.0",
        "ce_id", value.key() + "/" + value.vintage().releaseId(),
        "ce_type", EventType.INDICATOR_RECOMPUTED.type(),
        "ce_source", "/metrics-service",
        "ce_subject", value.key(),
        "ce_time", value.vintage().releasedAt().toString(),
        "ce_partitionkey", value.key(),
        "ce_dataschema", EventType.INDICATOR_RECOMPUTED.dataSchema().toString(),
        "content-type", "application/json");
  }

  @Override
  public void close() {
    producer.close();
  }
}
