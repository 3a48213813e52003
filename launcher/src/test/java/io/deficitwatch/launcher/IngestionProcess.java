package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.embedded.EmbeddedKafka;
import io.deficitwatch.embedded.Ports;
import io.deficitwatch.embedded.PostgresServer;
import io.deficitwatch.launcher.stack.Service;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The ingestion service alone, as a process with a broker and a database of its own. */
final class IngestionProcess implements AutoCloseable {
  private final Path directory;
  private final int kafkaPort = Ports.free();
  private final PostgresServer postgres;
  private @Nullable EmbeddedKafka kafka;
  private final ServiceProcess service;

  IngestionProcess(Path directory) throws Exception {
    this.directory = directory;
    postgres = PostgresServer.start(directory.resolve("postgres"), Ports.free());
    postgres.ensureDatabase("ingestion", "ingestion");
    service =
        new ServiceProcess(
            directory,
            Service.INGESTION,
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgres.jdbcUrl("ingestion"),
                "QUARKUS_DATASOURCE_USERNAME",
                "ingestion",
                "QUARKUS_DATASOURCE_PASSWORD",
                "ingestion",
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + kafkaPort,
                "DEFICITWATCH_REVIEW_HOLDING",
                "false"));
    startKafka();
    start();
  }

  void startKafka() {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafkaPort);
  }

  void stopKafka() {
    if (kafka != null) {
      kafka.close();
      kafka = null;
    }
  }

  void start() throws IOException {
    service.start();
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    service.kill();
  }

  HttpResponse<byte[]> send(String method, String path, byte[] body) throws Exception {
    return service.send(method, path, "application/vnd.sdmx.data+csv", body);
  }

  JsonNode get(String path) throws Exception {
    return service.get(path);
  }

  /** Ids of all events on the topic of releases, as they came. */
  List<String> events() {
    List<String> ids = new ArrayList<>();
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + kafkaPort);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("releases.v1").stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> ids.add(new String(record.headers().lastHeader("ce_id").value(), UTF_8)));
      }
    }
    return ids;
  }

  @Override
  public void close() throws Exception {
    kill();
    stopKafka();
    postgres.close();
  }
}
