package io.deficitwatch.metrics.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes releases as ingestion's relay does: CloudEvents, binary mode. */
public final class ReleasesTopic implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;

  public ReleasesTopic(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  public void publish(ReleasePublished release) {
    try {
      var record =
          new ProducerRecord<>(
              Topics.RELEASES,
              release.refArea(),
              ContractsJson.mapper().writeValueAsBytes(release));
      headers(release)
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(record).get(Patience.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("publishing a release", e);
    }
  }

  private static Map<String, String> headers(ReleasePublished release) {
    return Map.of(
        "ce_specversion", "1.0",
        "ce_id",
            "%s/%s/%d"
                .formatted(
                    release.vintage().releaseId(), release.refArea(), release.part().number()),
        "ce_type", EventType.RELEASE_PUBLISHED.type(),
        "ce_source", "/ingestion-service",
        "ce_subject", release.vintage().releaseId(),
        "ce_time", release.vintage().releasedAt().toString(),
        "ce_partitionkey", release.refArea(),
        "ce_dataschema", EventType.RELEASE_PUBLISHED.dataSchema().toString(),
        "content-type", "application/json");
  }

  @Override
  public void close() {
    producer.close();
  }
}
