package io.deficitwatch.metrics.messaging;

import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.metrics.sample.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that a topic has, from its beginning. */
final class EventLog implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

  EventLog(String bootstrapServers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * The values of one key in order, once there are so many; tombstones are left out. All that the
   * topic has by then is read: the last value is the last.
   */
  <T> List<T> await(String key, int count, Class<T> type) {
    Patience.await()
        .until(
            () -> {
              readOn();
              return of(key, type).size() >= count;
            });
    return of(key, type);
  }

  /** Waits until the last record of the key is a tombstone. */
  void awaitTombstone(String key) {
    Patience.await()
        .until(
            () -> {
              readOn();
              return records.stream()
                  .filter(record -> record.key().equals(key))
                  .reduce((_, later) -> later)
                  .filter(record -> record.value() == null)
                  .isPresent();
            });
  }

  // One poll brings as much as it likes, of some of the partitions
  private void readOn() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    do {
      consumer.poll(Duration.ofMillis(200)).forEach(records::add);
    } while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue()));
  }

  private <T> List<T> of(String key, Class<T> type) {
    return records.stream()
        .filter(record -> record.key().equals(key) && record.value() != null)
        .map(record -> read(record, type))
        .toList();
  }

  List<String> ids() {
    return records.stream()
        .filter(record -> record.value() != null)
        .map(record -> record.headers().lastHeader("ce_id").value())
        .map(value -> new String(value, StandardCharsets.UTF_8))
        .toList();
  }

  private static <T> T read(ConsumerRecord<String, byte[]> record, Class<T> type) {
    try {
      return ContractsJson.mapper().readValue(record.value(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
