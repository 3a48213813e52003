package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deficitwatch.embedded.EmbeddedKafka;
import io.deficitwatch.embedded.Ports;
import io.deficitwatch.embedded.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String TOKEN = "operator-token-for-tests-only";
  private static final Path PROJECT = Path.of(System.getProperty("deficitwatch.root", ".."));
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final Path directory;
  private final int kafkaPort = Ports.free();
  private final int httpPort = Ports.free();
  private final PostgresServer postgres;
  private @Nullable EmbeddedKafka kafka;
  private @Nullable Process process;

  IngestionProcess(Path directory) throws Exception {
    this.directory = directory;
    postgres = PostgresServer.start(directory.resolve("postgres"), Ports.free());
    postgres.ensureDatabase("ingestion", "ingestion");
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
    Path jar = PROJECT.resolve("ingestion-service/target/quarkus-app/quarkus-run.jar");
    assertThat(jar).as("mvn package -DskipTests -pl ingestion-service -am").exists();
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx176m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("ingestion.log").toFile()));
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                "" + httpPort,
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgres.jdbcUrl("ingestion"),
                "QUARKUS_DATASOURCE_USERNAME",
                "ingestion",
                "QUARKUS_DATASOURCE_PASSWORD",
                "ingestion",
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + kafkaPort,
                "DEFICITWATCH_ACCESS_OPERATOR_TOKEN",
                TOKEN,
                "DEFICITWATCH_REVIEW_HOLDING",
                "false"));
    process = builder.start();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> send("GET", "/q/health/live", new byte[0]).statusCode() == 200);
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
      process = null;
    }
  }

  HttpResponse<byte[]> send(String method, String path, byte[] body) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/vnd.sdmx.data+csv")
            .timeout(Duration.ofMinutes(1))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  JsonNode get(String path) throws Exception {
    return new ObjectMapper().readTree(send("GET", path, new byte[0]).body());
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
