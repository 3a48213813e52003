package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The alerting service alone, as a process with a broker and a database of its own. */
final class AlertingProcess implements AutoCloseable {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "deficitwatch.webhook.secret-key",
          "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
          "deficitwatch.webhook.allow-http",
          "true",
          "deficitwatch.webhook.allowed-networks",
          "127.0.0.0/8",
          "deficitwatch.webhook.timeout",
          "PT5S");

  private final ServiceServers servers;
  private final ServiceProcess service;

  AlertingProcess(Path directory) throws Exception {
    servers = new ServiceServers(directory, "alerting");
    // Metrics would.
    servers.createTopic(Topics.INDICATORS);
    service = new ServiceProcess(servers, "alerting", SETTINGS);
  }

  HttpResponse<byte[]> put(String path, String json) throws Exception {
    return service.send("PUT", path, "application/json", BodyPublishers.ofString(json));
  }

  JsonNode get(String path) throws Exception {
    return service.get(path);
  }

  /**
   * {@code kill -9} of the service, which is then started again.
   *
   * @return how many deliveries it had claimed and not noted
   */
  long killService() throws Exception {
    service.kill();
    long claimed = claimed();
    service.start();
    return claimed;
  }

  /**
   * {@code kill -9} of the database, which is then started again.
   *
   * @return how many deliveries were claimed and not noted
   */
  long killDatabase() throws Exception {
    servers.killDatabase();
    return claimed();
  }

  void restartKafka() {
    servers.stopKafka();
    servers.startKafka();
  }

  private long claimed() throws SQLException {
    return servers.query("select count(*) from delivery where claim is not null");
  }

  /**
   * Values of so many indicators, each below its limit, evenly and whoever is there to take them.
   */
  void publish(int count, int perSecond) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            servers.kafkaAddress(),
            "acks",
            "all",
            "delivery.timeout.ms",
            180_000);
    long begin = System.nanoTime();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < count; i++) {
        long due = begin + i * 1_000_000_000L / perSecond;
        LockSupport.parkNanos(due - System.nanoTime());
        sent.add(producer.send(record(value(i))));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("publishing the load", e);
    }
  }

  private static IndicatorRecomputed value(int number) {
    var vintage =
        new Vintage(
            "load",
            DataflowRef.parse("MOF:DIGITAL_BALANCE"),
            Instant.parse("2025-02-09T23:50:00Z"));
    var figure = new Figure(new BigDecimal("-7000000000000"), vintage);
    TimePeriod period = TimePeriod.parse("2024");
    return new IndicatorRecomputed(
        new IndicatorRef("LOAD-" + number, 1, "JP", Frequency.A, "JPY"),
        period,
        Optional.of(figure.value()),
        ObservationStatus.P,
        IndicatorRecomputed.Basis.PUBLISHED_TOTAL,
        vintage,
        Optional.empty(),
        figure,
        Optional.empty(),
        Optional.of(new IndicatorRecomputed.Reach(Optional.of(period), Optional.empty())),
        Optional.empty());
  }

  private static ProducerRecord<String, byte[]> record(IndicatorRecomputed value) {
    try {
      var record =
          new ProducerRecord<>(
              Topics.INDICATORS, value.key(), ContractsJson.mapper().writeValueAsBytes(value));
      Map.of(
              "ce_specversion", "1.0",
              "ce_id", value.key() + "/" + value.vintage().releaseId(),
              "ce_type", EventType.INDICATOR_RECOMPUTED.type(),
              "ce_source", "/metrics-service",
              "ce_subject", value.key(),
              "ce_time", value.vintage().releasedAt().toString(),
              "ce_partitionkey", value.key(),
              "ce_dataschema", EventType.INDICATOR_RECOMPUTED.dataSchema().toString(),
              "content-type", "application/json")
          .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws Exception {
    service.close();
    servers.close();
  }
}
