package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.embedded.EmbeddedKafka;
import io.deficitwatch.embedded.Ports;
import io.deficitwatch.embedded.PostgresServer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What the ingestion service needs: a broker and a database. */
final class IngestionServers implements AutoCloseable {
  private final Path directory;
  private final int kafkaPort = Ports.free();
  private final PostgresServer postgres;
  private @Nullable EmbeddedKafka kafka;

  IngestionServers(Path directory) throws Exception {
    this.directory = directory;
    postgres = PostgresServer.start(directory.resolve("postgres"), Ports.free());
    postgres.ensureDatabase("ingestion", "ingestion");
    startKafka();
  }

  Path directory() {
    return directory;
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

  /** How a service is told of them. */
  Map<String, String> environment() {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        postgres.jdbcUrl("ingestion"),
        "QUARKUS_DATASOURCE_USERNAME",
        "ingestion",
        "QUARKUS_DATASOURCE_PASSWORD",
        "ingestion",
        "KAFKA_BOOTSTRAP_SERVERS",
        "127.0.0.1:" + kafkaPort);
  }

  /** The first column of the first row. */
  long query(String sql) throws SQLException {
    try (var database =
            DriverManager.getConnection(postgres.jdbcUrl("ingestion"), "ingestion", "ingestion");
        var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
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
    stopKafka();
    postgres.close();
  }
}
