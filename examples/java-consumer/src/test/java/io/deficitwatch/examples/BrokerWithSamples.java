package io.deficitwatch.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.embedded.EmbeddedKafka;
import io.deficitwatch.embedded.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker whose topics hold the golden sample of every event, compressed with zstd. */
final class BrokerWithSamples implements AutoCloseable {
  static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("deficitwatch.root")));
  private final EmbeddedKafka broker;

  private BrokerWithSamples(EmbeddedKafka broker) {
    this.broker = broker;
  }

  static BrokerWithSamples start(Path directory)
      throws IOException, ExecutionException, InterruptedException {
    var started = new BrokerWithSamples(EmbeddedKafka.start(directory, Ports.free()));
    try (var admin = Admin.create(Map.of("bootstrap.servers", started.bootstrap()))) {
      admin
          .createTopics(
              Arrays.stream(EventType.values())
                  .map(EventType::topic)
                  .distinct()
                  .map(topic -> new NewTopic(topic, Optional.of(12), Optional.empty()))
                  .map(topic -> topic.configs(Map.of("compression.type", "zstd")))
                  .toList())
          .all()
          .get();
    }
    for (EventType eventType : EventType.values()) {
      started.publish(eventType, sample(eventType));
    }
    return started;
  }

  String bootstrap() {
    return broker.bootstrapServers();
  }

  static String sample(EventType eventType) throws IOException {
    String name = eventType.type().replace("io.deficitwatch.", "");
    return Files.readString(ROOT.resolve("contracts/src/main/resources/samples/" + name + ".json"));
  }

  void publish(EventType eventType, String value) throws ExecutionException, InterruptedException {
    try (var producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var message =
          new ProducerRecord<>(eventType.topic(), eventType.name(), value.getBytes(UTF_8));
      Map.of(
              "ce_specversion", "1.0",
              "ce_id", eventType + "/sample",
              "ce_type", eventType.type(),
              "ce_source", "/example",
              "ce_subject", "sample",
              "ce_time", "2025-02-09T23:50:00Z",
              "ce_dataschema", eventType.dataSchema().toString(),
              "ce_partitionkey", eventType.name(),
              "content-type", "application/json")
          .forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
      producer.send(message).get();
    }
  }

  @Override
  public void close() {
    broker.close();
  }
}
