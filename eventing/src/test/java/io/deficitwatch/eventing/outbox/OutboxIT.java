package io.deficitwatch.eventing.outbox;

import static io.deficitwatch.eventing.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.eventing.Tombstone;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.eventing.testing.SampleEvents;
import io.deficitwatch.eventing.testing.TopicReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class OutboxIT {
  @Inject Outbox outbox;

  @Test
  void publishesACloudEventAfterTheCommit() throws Exception {
    OutboundEvent event = SampleEvents.release(UUID.randomUUID().toString(), "JP");

    QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(event)));

    ConsumerRecord<String, byte[]> record = awaitRecord(event.id());
    assertThat(record.key()).isEqualTo("JP");
    assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(record, "ce_type")).isEqualTo("io.deficitwatch.release.published.v1");
    assertThat(header(record, "ce_source")).isEqualTo("/eventing-test");
    assertThat(header(record, "ce_subject")).isEqualTo(event.subject());
    assertThat(header(record, "ce_time")).isEqualTo("2025-02-09T23:50:00Z");
    assertThat(header(record, "ce_dataschema"))
        .isEqualTo("urn:deficitwatch:schema:release.published.v1");
    assertThat(header(record, "ce_partitionkey")).isEqualTo("JP");
    assertThat(header(record, "content-type")).isEqualTo("application/json");
    assertThat(header(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(ContractsJson.mapper().readValue(record.value(), ReleasePublished.class))
        .isEqualTo(event.payload());
  }

  @Test
  void clearsTheKeyOfACompactedTopicAfterItsLastEvent() {
    String key = "JP-DIGITAL-5/JP/A/" + UUID.randomUUID();
    OutboundEvent last = SampleEvents.indicator(UUID.randomUUID().toString(), key);

    QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(last, new Tombstone(last))));

    List<ConsumerRecord<String, byte[]>> records =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    TopicReader.readAll(Topics.INDICATORS).stream()
                        .filter(record -> record.key().equals(key))
                        .toList(),
                found -> found.size() == 2);
    assertThat(header(records.getFirst(), "ce_id")).isEqualTo(last.id());
    assertThat(records.getFirst().value()).isNotNull();
    assertThat(records.getLast().value()).isNull();
    assertThat(records.getLast().headers().lastHeader("ce_id")).isNull();
  }

  @Test
  void leavesNoTombstoneOnATopicThatKeepsEverything() {
    OutboundEvent release = SampleEvents.release("x", "JP");

    assertThatThrownBy(() -> new Tombstone(release))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("releases.v1 is not compacted");
  }

  @Test
  void publishesNothingOfATransactionThatRolledBack() {
    String lost = UUID.randomUUID().toString();
    String kept = UUID.randomUUID().toString();

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.append(List.of(SampleEvents.release(lost, "JP")));
                          throw new IllegalStateException("changed its mind");
                        }))
        .isInstanceOf(IllegalStateException.class);
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(List.of(SampleEvents.release(kept, "JP"))));

    awaitRecord(kept);
    assertThat(TopicReader.readAll(Topics.RELEASES))
        .noneMatch(record -> header(record, "ce_id").equals(lost));
  }

  @Test
  void refusesToStoreOutsideATransaction() {
    assertThatThrownBy(() -> outbox.append(List.of(SampleEvents.release("x", "JP"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction");
  }

  private static ConsumerRecord<String, byte[]> awaitRecord(String id) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () ->
                TopicReader.readAll(Topics.RELEASES).stream()
                    .filter(record -> header(record, "ce_id").equals(id))
                    .findFirst()
                    .orElseThrow(),
            record -> true);
  }
}
