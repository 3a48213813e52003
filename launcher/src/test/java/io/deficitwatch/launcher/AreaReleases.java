package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Releases of several areas, out of one seed, as ingestion publishes them: a part for each area.
 */
final class AreaReleases {
  static final int AREAS = 12;
  private static final int RELEASES = 25;
  private static final Instant FIRST = Instant.parse("2023-01-01T00:00:00Z");

  private AreaReleases() {}

  /** A record of {@code releases.v1}. */
  record Message(String area, String id, Instant time, byte[] value) {}

  static String area(int number) {
    return "A" + (char) ('A' + number);
  }

  static List<Message> made(Random random) throws JsonProcessingException {
    List<Message> messages = new ArrayList<>();
    for (int release = 0; release < RELEASES; release++) {
      // Some share a moment: then reception decides
      Instant released = FIRST.plusSeconds(86_400L * (release - release % 5 / 4));
      for (int area = 0; area < AREAS; area++) {
        messages.add(message("release-%02d".formatted(release), area(area), released, random));
      }
    }
    return messages;
  }

  private static Message message(String id, String area, Instant released, Random random)
      throws JsonProcessingException {
    var payload =
        new ReleasePublished(
            new Vintage(id, DataflowRef.parse("UNCTAD:DE"), released),
            ReleasePublished.Stage.UNSPECIFIED,
            area,
            new ReleasePublished.Part(1, 1),
            new ReleasePublished.Archive(
                "/v1/releases/" + id + "/content", "0".repeat(64), released.plusSeconds(60)),
            Optional.empty(),
            List.of(series(area, "EXP", random), series(area, "IMP", random)));
    return new Message(
        area, id + "/" + area + "/1", released, ContractsJson.mapper().writeValueAsBytes(payload));
  }

  /** Years from 2010 on, some left out, so that figures are revised, dropped and come back. */
  private static ReleasePublished.Series series(String area, String flow, Random random) {
    List<Observation> observations = new ArrayList<>();
    for (int year = 2010; year <= 2022; year++) {
      if (random.nextInt(8) > 0) {
        observations.add(
            new Observation(
                TimePeriod.parse(Integer.toString(year)),
                Optional.of(BigDecimal.valueOf(random.nextInt(50), 1)),
                random.nextBoolean() ? ObservationStatus.A : ObservationStatus.P));
      }
    }
    return new ReleasePublished.Series(
        SeriesKey.parse(
            "A.%s.UNCTAD_DE_DIG_SERVTRADE_ANN_%s._T._T._T.USD._Z._Z._Z".formatted(area, flow)),
        "made up",
        0,
        new ReleasePublished.Coverage(
            Optional.of(TimePeriod.parse("2010")), Optional.of(TimePeriod.parse("2022"))),
        observations);
  }

  static void publish(ServiceServers servers, List<Message> messages) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers.kafkaAddress(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (Message message : messages) {
        var record = new ProducerRecord<>(Topics.RELEASES, message.area(), message.value());
        headers(message).forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        producer.send(record).get(30, TimeUnit.SECONDS);
      }
    }
  }

  private static Map<String, String> headers(Message message) {
    EventType type = EventType.RELEASE_PUBLISHED;
    return Map.of(
        "ce_specversion", "1.0",
        "ce_id", message.id(),
        "ce_type", type.type(),
        "ce_source", "/ingestion-service",
        "ce_subject", message.id(),
        "ce_time", message.time().toString(),
        "ce_partitionkey", message.area(),
        "ce_dataschema", type.dataSchema().toString(),
        "content-type", "application/json");
  }
}
