package io.deficitwatch.eventing.intake;

import static io.deficitwatch.eventing.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.eventing.EventIntake;
import io.deficitwatch.eventing.InboundEvent;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.UnprocessableEventException;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.eventing.testing.SampleEvents;
import io.deficitwatch.eventing.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class EventIntakeIT {
  private static final AtomicLong OFFSET = new AtomicLong();

  @Inject EventIntake intake;

  private final List<InboundEvent<ReleasePublished>> seen = new ArrayList<>();

  @Test
  void takesAnEventOnceHoweverOftenItIsDelivered() {
    OutboundEvent event = SampleEvents.release(UUID.randomUUID().toString(), "JP");

    intake.receive(record(event), ReleasePublished.class, seen::add);
    intake.receive(record(event), ReleasePublished.class, seen::add);

    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().id()).isEqualTo(event.id());
    assertThat(seen.getFirst().source()).isEqualTo("/somewhere");
    assertThat(seen.getFirst().key()).isEqualTo("JP");
    assertThat(seen.getFirst().time()).isEqualTo(SampleEvents.TIME);
    assertThat(seen.getFirst().payload()).isEqualTo(event.payload());
  }

  @Test
  void triesAFailingHandlerThreeTimesThenSetsTheEventAside() {
    OutboundEvent event = SampleEvents.release(UUID.randomUUID().toString(), "JP");
    AtomicInteger tries = new AtomicInteger();

    intake.receive(
        record(event),
        ReleasePublished.class,
        _ -> {
          tries.incrementAndGet();
          throw new IllegalArgumentException("secret data");
        });

    assertThat(tries).hasValue(3);
    ConsumerRecord<String, byte[]> letter = deadLetter(event.id());
    assertThat(header(letter, "dlt_reason")).isEqualTo("handler_failed");
    assertThat(header(letter, "dlt_detail")).contains("IllegalArgument").doesNotContain("secret");
    assertThat(header(letter, "dlt_consumer")).isEqualTo("/eventing-test");
    assertThat(header(letter, "dlt_topic")).isEqualTo(Topics.RELEASES);
    assertThat(header(letter, "dlt_partition")).isEqualTo("1");
    assertThat(header(letter, "dlt_offset")).isNotEmpty();
    assertThat(header(letter, "dlt_failed_at")).isNotEmpty();
    assertThat(header(letter, "ce_type")).isEqualTo("io.deficitwatch.release.published.v1");
  }

  @Test
  void setsAnUnprocessableEventAsideAtOnce() {
    OutboundEvent event = SampleEvents.release(UUID.randomUUID().toString(), "JP");
    AtomicInteger tries = new AtomicInteger();

    intake.receive(
        record(event),
        ReleasePublished.class,
        _ -> {
          tries.incrementAndGet();
          throw new UnprocessableEventException("no such dataflow");
        });

    assertThat(tries).hasValue(1);
    assertThat(header(deadLetter(event.id()), "dlt_reason")).isEqualTo("unprocessable");
    assertThat(header(deadLetter(event.id()), "dlt_detail")).isEqualTo("no such dataflow");
  }

  @Test
  void waitsOutABrokenDatabaseLongerThanThreeTries() {
    OutboundEvent event = SampleEvents.release(UUID.randomUUID().toString(), "JP");
    AtomicInteger tries = new AtomicInteger();

    intake.receive(
        record(event),
        ReleasePublished.class,
        taken -> {
          if (tries.incrementAndGet() < 5) {
            throw new IllegalStateException(new SQLException("gone", "57P01"));
          }
          seen.add(taken);
        });

    assertThat(tries).hasValue(5);
    assertThat(seen).hasSize(1);
  }

  @Test
  void passesOverATombstone() {
    String key = "JP-DIGITAL-5/JP/A/" + UUID.randomUUID();
    var tombstone = new ConsumerRecord<String, byte[]>(Topics.INDICATORS, 1, 7, key, null);
    List<Object> taken = new ArrayList<>();

    intake.receive(tombstone, IndicatorRecomputed.class, taken::add);

    assertThat(taken).isEmpty();
    assertThat(TopicReader.readAll(Topics.deadLetterTopicOf(Topics.INDICATORS)))
        .noneMatch(letter -> key.equals(letter.key()));
  }

  @Test
  void setsAsideWhatItCannotRead() {
    var empty = record(SampleEvents.release(UUID.randomUUID().toString(), "JP"), null);
    var garbled =
        record(
            SampleEvents.release(UUID.randomUUID().toString(), "JP"),
            "{\"vintage\":".getBytes(StandardCharsets.UTF_8));
    var unknown = record(SampleEvents.release(UUID.randomUUID().toString(), "JP"));
    unknown.headers().remove("ce_type").add("ce_type", "com.example.x".getBytes());
    var untimed = record(SampleEvents.release(UUID.randomUUID().toString(), "JP"));
    untimed.headers().remove("ce_time");

    List.of(empty, garbled, unknown, untimed)
        .forEach(record -> intake.receive(record, ReleasePublished.class, seen::add));
    var unexpected = record(SampleEvents.release(UUID.randomUUID().toString(), "JP"));
    intake.receive(unexpected, IndicatorRecomputed.class, _ -> {});

    assertThat(seen).isEmpty();
    Map.of(
            empty, "empty_value",
            garbled, "malformed_payload",
            unknown, "unknown_type",
            untimed, "malformed_headers",
            unexpected, "unexpected_type")
        .forEach(
            (record, reason) ->
                assertThat(header(deadLetter(header(record, "ce_id")), "dlt_reason"))
                    .isEqualTo(reason));
  }

  private static ConsumerRecord<String, byte[]> deadLetter(String id) {
    return TopicReader.readAll(Topics.deadLetterTopicOf(Topics.RELEASES)).stream()
        .filter(record -> header(record, "ce_id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  static ConsumerRecord<String, byte[]> record(OutboundEvent event) {
    try {
      return record(event, ContractsJson.mapper().writeValueAsBytes(event.payload()));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @SuppressWarnings("NullAway") // Kafka is not annotated: a tombstone is what one test is about
  private static ConsumerRecord<String, byte[]> record(
      OutboundEvent event, byte @Nullable [] value) {
    var record =
        new ConsumerRecord<>(Topics.RELEASES, 1, OFFSET.getAndIncrement(), event.key(), value);
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", event.id(),
            "ce_type", event.type().type(),
            "ce_source", "/somewhere",
            "ce_time", event.time().toString())
        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
