package io.deficitwatch.alerting.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertWebhook;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.eventing.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class IndicatorToWebhookIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String FROZEN =
      """
      {"type":"CROSSES_BELOW","threshold":{"type":"FROZEN","value":-6650600000000,"unit":"JPY",
       "label":"record-2024, as first published"}}""";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private IndicatorsTopic indicators;
  private Receiver receiver;

  @BeforeEach
  void open() {
    indicators = new IndicatorsTopic(bootstrapServers);
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    indicators.close();
    receiver.close();
  }

  @Test
  void tellsTheSampleStoryOnce() {
    // Given
    Operator.subscribe("story", receiver);
    Operator.watch("story", "new-record", "STORY", "{\"type\":\"NEW_RECORD\"}");
    Operator.watch("story", "below-record-2024", "STORY", FROZEN);
    Store store = Store.of("STORY", Frequency.A);
    List<List<IndicatorRecomputed>> releases =
        List.of(
            store.release("s1", "2017-05-10", Map.of("2014", "-21488", "2015", "-26474")),
            store.release("s2", "2024-02-07", Map.of("2023", "-55360")),
            store.release("s3", "2025-02-09", Map.of("2024", "-66506")),
            store.release("s4", "2025-04-29", Map.of("2024", "-68500")));

    // When
    releases.forEach(release -> release.forEach(indicators::publish));
    releases.forEach(release -> release.forEach(indicators::publish));

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(receiver.told())
                    .containsExactly(
                        "CORRECTED 2024",
                        "RAISED 2015",
                        "RAISED 2023",
                        "RAISED 2024",
                        "RAISED 2024"));
    assertThat(receiver.requests()).allMatch(Receiver.Request::verified);
    requireTheRevisionToBeNamed();
    requireWhatIsStored();
    requireWhatIsPublished();
  }

  private void requireTheRevisionToBeNamed() {
    AlertWebhook crossed =
        receiver.requests().stream()
            .map(Receiver.Request::webhook)
            .filter(webhook -> webhook.data().rule().id().equals("below-record-2024"))
            .findFirst()
            .orElseThrow();
    assertThat(crossed.type()).isEqualTo("io.deficitwatch.alert.raised.v1");
    assertThat(crossed.data().cause().kind()).isEqualTo(AlertChanged.Cause.Kind.REVISION);
    assertThat(crossed.data().cause().revised().orElseThrow().value())
        .isEqualByComparingTo("-6650600000000");
    assertThat(crossed.data().summary().ja()).contains("改定のみによる", "−6.85兆円");
  }

  private void requireWhatIsStored() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get("/v1/deliveries?subscriberId=story&state=DELIVERED")
                    .then()
                    .body("deliveries", hasSize(5)));
    String alert =
        Operator.get("/v1/alerts?subscriberId=story&ruleId=new-record&limit=1")
            .then()
            .statusCode(200)
            .body("alerts", hasSize(1))
            .body("alerts[0].state", equalTo("FIRING"))
            .body("alerts[0].figure.period", equalTo("2024"))
            .extract()
            .path("alerts[0].id");
    Operator.get("/v1/alerts/" + alert)
        .then()
        .body("history.transition", equalTo(List.of("RAISED", "CORRECTED")));
  }

  private void requireWhatIsPublished() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var records =
                  TopicReader.readAll(bootstrapServers, Topics.ALERTS).stream()
                      .filter(record -> record.key().contains("/STORY/"))
                      .toList();
              assertThat(records).hasSize(5);
              assertThat(records)
                  .map(record -> TopicReader.header(record, "ce_id"))
                  .doesNotHaveDuplicates();
              assertThat(records).map(record -> read(record.value()).transition()).isNotEmpty();
            });
  }

  private static AlertChanged read(byte[] json) {
    try {
      return ContractsJson.mapper().readValue(json, AlertChanged.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void keepsTryingUnderTheSameId() {
    receiver.answer(number -> number < 2 ? 503 : 204, Map.of());
    Operator.subscribe("patient", receiver);
    raise("patient", "PATIENT");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.requests()).hasSize(3));
    assertThat(receiver.requests()).map(Receiver.Request::id).containsOnly(firstId());
    assertThat(receiver.requests()).map(Receiver.Request::body).doesNotContainNull().hasSize(3);
    String delivery = awaitDelivery("patient", "DELIVERED");
    Operator.get("/v1/deliveries/" + delivery)
        .then()
        .body("attempts", equalTo(3))
        .body("log.status", equalTo(List.of(503, 503, 204)))
        .body("log[0].failure", equalTo("STATUS"))
        .body("log[0].excerpt", equalTo("thank you\uFFFD"))
        .body("log[0].address", equalTo("127.0.0.1"))
        .body("log[0].requestHeaders.webhook-id", equalTo(firstId()))
        .body("log[0].requestHeaders.webhook-signature", equalTo("…"))
        .body("log.timings.dnsMillis", everyItem(notNullValue()))
        .body("log.timings.firstByteMillis", everyItem(notNullValue()));
  }

  @Test
  void givesUpWhenTheScheduleEnds() {
    receiver.answer(_ -> 500, Map.of());
    Operator.subscribe("deaf", receiver);
    raise("deaf", "DEAF");

    awaitDelivery("deaf", "EXHAUSTED");
    assertThat(receiver.requests()).hasSize(4);
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    receiver.answer(number -> number == 0 ? 429 : 204, Map.of("retry-after", "2"));
    Operator.subscribe("busy", receiver);
    long begin = System.nanoTime();
    raise("busy", "BUSY");

    awaitDelivery("busy", "DELIVERED");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void aReceiverThatIsGoneIsNotCalledAgain() {
    receiver.answer(_ -> 410, Map.of());
    Operator.subscribe("gone", receiver);
    raise("gone", "GONE");

    awaitDelivery("gone", "ABANDONED");
    assertThat(receiver.requests()).hasSize(1);
    Operator.get("/v1/endpoints/desk?subscriberId=gone").then().body("state", equalTo("DISABLED"));
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (Receiver elsewhere = new Receiver()) {
      receiver.answer(_ -> 307, Map.of("location", elsewhere.url()));
      Operator.subscribe("moved", receiver);
      raise("moved", "MOVED");

      awaitDelivery("moved", "EXHAUSTED");
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void whatIsNoEventGoesAside() {
    indicators.publishGarbage("GARBAGE/JP/A/2024");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get("/v1/dead-letters?topic=indicators.v1")
                    .then()
                    .body("deadLetters", hasSize(1)));
  }

  private void raise(String subscriber, String indicator) {
    Operator.watch(subscriber, "rule", indicator, FROZEN);
    Store.of(indicator, Frequency.A)
        .release(subscriber, "2025-02-09", Map.of("2024", "-70000"))
        .forEach(indicators::publish);
  }

  private String firstId() {
    return receiver.requests().getFirst().id();
  }

  private static String awaitDelivery(String subscriber, String state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get("/v1/deliveries?subscriberId=%s&state=%s".formatted(subscriber, state))
                    .then()
                    .body("deliveries", hasSize(1)));
    return Operator.get("/v1/deliveries?subscriberId=" + subscriber)
        .then()
        .extract()
        .path("deliveries[0].id");
  }
}
