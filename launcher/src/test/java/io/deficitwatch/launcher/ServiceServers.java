package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.embedded.EmbeddedKafka;
import io.deficitwatch.embedded.Ports;
import io.deficitwatch.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What a service needs: a broker, and a database of its name. */
final class ServiceServers implements AutoCloseable {
  private final Path directory;
  private final String service;
  private final int kafkaPort = Ports.free();
  private final int postgresPort = Ports.free();
  private PostgresServer postgres;
  private @Nullable EmbeddedKafka kafka;

  ServiceServers(Path directory, String service) throws Exception {
    this.directory = directory;
    this.service = service;
    postgres = startDatabase();
    postgres.ensureDatabase(service, service);
    startKafka();
  }

  private PostgresServer startDatabase() {
    return PostgresServer.start(directory.resolve("postgres"), postgresPort);
  }

  /** {@code kill -9} of the database, which is then started again. */
  void killDatabase() throws IOException {
    Path pidFile = directory.resolve("postgres/data/postmaster.pid");
    ProcessHandle postmaster =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
            .orElseThrow();
    postmaster.destroyForcibly();
    await().atMost(Duration.ofMinutes(1)).until(() -> !postmaster.isAlive());
    postgres = startDatabase();
  }

  /** As the service that owns it would. */
  void createTopic(String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafkaAddress()))) {
      admin
          .createTopics(List.of(new NewTopic(topic, 12, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
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
        postgres.jdbcUrl(service),
        "QUARKUS_DATASOURCE_USERNAME",
        service,
        "QUARKUS_DATASOURCE_PASSWORD",
        service,
        "KAFKA_BOOTSTRAP_SERVERS",
        kafkaAddress());
  }

  String kafkaAddress() {
    return "127.0.0.1:" + kafkaPort;
  }

  String service() {
    return service;
  }

  /** The first column of the first row. */
  long query(String sql) throws SQLException {
    return Long.parseLong(lines(sql).getFirst());
  }

  /** The first column of every row. */
  List<String> lines(String sql) throws SQLException {
    try (var database = DriverManager.getConnection(postgres.jdbcUrl(service), service, service);
        var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    }
  }

  /** Ids of all events on the topic of releases, as they came. */
  List<String> events() {
    return records("releases.v1").stream()
        .map(record -> new String(record.headers().lastHeader("ce_id").value(), UTF_8))
        .toList();
  }

  /** All that the topic has; of one key in order. */
  List<ConsumerRecord<String, byte[]>> records(String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafkaAddress());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() throws Exception {
    stopKafka();
    postgres.close();
  }
}
