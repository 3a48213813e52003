package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded and not sent, from an indicator value to the receiver. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class SilenceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BELOW =
      """
      {"type":"CROSSES_BELOW","threshold":{"type":"FROZEN","value":%s00000000,"unit":"JPY","label":"limit"}}""";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  private Receiver receiver;
  private IndicatorsTopic topic;

  @BeforeEach
  void open() {
    receiver = new Receiver();
    topic = new IndicatorsTopic(brokers);
  }

  @AfterEach
  void close() {
    topic.close();
    receiver.close();
  }

  @Test
  void whatIsSilencedIsRecordedShownInTheFeedAndNotSent() {
    // Given
    Operator.subscribe("quiet", receiver);
    watch("quiet", "loud", "warning", "JP-QUIET", "-60000");
    String silence = silence("quiet", "{\"label\":\"indicator\",\"values\":[\"JP-Q*\"]}");
    Store store = Store.of("JP-QUIET", Frequency.A);

    // When
    publish(store, "r1", "2025-02-10", "2024", "-65000");
    String alert = awaitAlert("quiet", "loud");

    // Then
    Operator.get("/v1/alerts/" + alert)
        .then()
        .body("history.transition", contains("RAISED"))
        .body("suppressed.reason", contains("SILENCED"))
        .body("suppressed.by", contains(silence));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get("/v1/feed?subscriberId=quiet")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].suppressed.reason", equalTo("SILENCED")));
    replay("quiet", "\"dryRun\":true").body("total", equalTo(0));
    replay("quiet", "\"dryRun\":true,\"suppressed\":true").body("total", equalTo(1));

    // When: it has ended, what comes later is sent, and nothing of before
    Operator.request()
        .delete("/v1/silences/%s?subscriberId=quiet".formatted(silence))
        .then()
        .statusCode(200)
        .body("state", equalTo("EXPIRED"));
    publish(store, "r2", "2025-04-10", "2024", "-66000");

    // Then
    awaitTold("CORRECTED 2024");

    // When: it is asked for
    replay("quiet", "\"suppressed\":true").statusCode(202);

    // Then
    awaitTold("CORRECTED 2024", "RAISED 2024");
  }

  @Test
  void whatWasToldIsTakenBackThoughItIsSilenced() {
    Operator.subscribe("muted-later", receiver);
    watch("muted-later", "loud", "warning", "JP-MUTED", "-60000");
    Store store = Store.of("JP-MUTED", Frequency.A);
    publish(store, "r1", "2025-02-10", "2024", "-65000");
    awaitTold("RAISED 2024");
    silence("muted-later", "{\"label\":\"severity\",\"values\":[\"info\"],\"equal\":false}");

    publish(store, "r2", "2025-04-10", "2024", "-66000");
    publish(store, "r3", "2025-08-10", "2024", "-50000");

    awaitTold("RAISED 2024", "RETRACTED 2024");
  }

  @Test
  void theEndOfWhatNobodyWasToldOfIsNotToldEither() {
    Operator.subscribe("untold", receiver);
    watch("untold", "loud", "warning", "JP-UNTOLD", "-60000");
    String silence = silence("untold", "{\"label\":\"area\",\"values\":[\"JP\"]}");
    Store store = Store.of("JP-UNTOLD", Frequency.A);
    publish(store, "r1", "2025-02-10", "2024", "-65000");
    String alert = awaitAlert("untold", "loud");
    Operator.request().delete("/v1/silences/%s?subscriberId=untold".formatted(silence));

    publish(store, "r2", "2026-02-10", "2025", "-50000");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get("/v1/alerts/" + alert)
                    .then()
                    .body("history.transition", contains("RAISED", "CLEARED"))
                    .body("suppressed.reason", contains("SILENCED", "SILENCED")));
    publish(store, "r3", "2027-02-10", "2026", "-61000");

    awaitTold("RAISED 2026");
  }

  @Test
  void aLesserAlertIsNotSentWhileAGreaterFiresAndIsWhenThatIsOver() {
    // Given
    Operator.subscribe("ladder", receiver);
    watch("ladder", "a-warning", "warning", "JP-LADDER", "-60000");
    watch("ladder", "b-critical", "critical", "JP-LADDER", "-65000");
    inhibition("ladder").statusCode(201);
    inhibition("ladder").statusCode(200).body("equal", contains("indicator", "area", "frequency"));
    Store store = Store.of("JP-LADDER", Frequency.A);

    // When: both are raised at once
    publish(store, "r1", "2025-02-10", "2024", "-66000");

    // Then: the greater one only
    awaitTold("RAISED 2024");
    assertThat(receiver.requests().getFirst().webhook().data().rule().id()).isEqualTo("b-critical");
    String lesser = awaitAlert("ladder", "a-warning");
    Operator.get("/v1/alerts/" + lesser)
        .then()
        .body("suppressed.reason", contains("INHIBITED"))
        .body("suppressed[0].by", equalTo(awaitAlert("ladder", "b-critical")))
        .body("suppressed[0].liftedAt", nullValue());

    // When: a revision takes the greater one back, and the lesser goes on
    publish(store, "r2", "2025-04-10", "2024", "-62000");

    // Then
    awaitTold("CORRECTED 2024", "RAISED 2024", "RAISED 2024", "RETRACTED 2024");
    Operator.get("/v1/alerts/" + lesser).then().body("suppressed[0].liftedAt", notNullValue());
    assertThat(receiver.requests()).extracting(Receiver.Request::id).doesNotHaveDuplicates();
  }

  @Test
  void anAcknowledgedAlertIsHeardOfAgainWhenItIsOver() {
    Operator.subscribe("seen", receiver);
    watch("seen", "loud", "warning", "JP-SEEN", "-60000");
    Store store = Store.of("JP-SEEN", Frequency.A);
    publish(store, "r1", "2025-02-10", "2024", "-65000");
    String alert = awaitAlert("seen", "loud");
    String path = "/v1/alerts/%s/acknowledge".formatted(alert);
    Operator.request().body("{}").post(path).then().statusCode(400);
    Operator.request()
        .body("{\"author\":\"Desk\",\"comment\":\"on it\"}")
        .post(path)
        .then()
        .statusCode(200)
        .body("acknowledged.author", equalTo("Desk"))
        .body("acknowledged.comment", equalTo("on it"));

    publish(store, "r2", "2025-04-10", "2024", "-66000");
    publish(store, "r3", "2025-08-10", "2024", "-50000");

    awaitTold("RAISED 2024", "RETRACTED 2024");
    Operator.get("/v1/alerts/" + alert)
        .then()
        .body("suppressed.reason", contains("ACKNOWLEDGED"))
        .body("suppressed.by", contains("Desk"));
    Operator.request().delete(path).then().statusCode(200).body("acknowledged", nullValue());
  }

  @Test
  void oneThatHasEndedIsNotBroughtBackBeyondTheLimit() {
    // Given
    Operator.subscribe("many-silences", receiver);
    String ended = silence("many-silences", "{\"label\":\"rule\",\"values\":[\"ended\"]}");
    Operator.request().delete("/v1/silences/%s?subscriberId=many-silences".formatted(ended));
    String live = "";
    for (int number = 0; number < 200; number++) {
      live = silence("many-silences", "{\"label\":\"rule\",\"values\":[\"x\"]}");
    }

    // When
    ValidatableResponse revived = putAgain("many-silences", ended);

    // Then
    revived.statusCode(409).body("type", endsWith("too-many-silences"));
    putAgain("many-silences", live).statusCode(200);
    Operator.request().delete("/v1/silences/%s?subscriberId=many-silences".formatted(live));
    putAgain("many-silences", ended).statusCode(200).body("state", equalTo("ACTIVE"));
  }

  private static ValidatableResponse putAgain(String subscriber, String silence) {
    return Operator.put(
            "/v1/silences/%s?subscriberId=%s".formatted(silence, subscriber),
            """
            {"matchers":[{"label":"rule","values":["x"]}],"endsAt":"%s","author":"Desk",
             "comment":"again"}"""
                .formatted(Instant.now().plusSeconds(3600)))
        .then();
  }

  @Test
  void everyFaultIsNamedAndOthersThingsAreNotThere() {
    Operator.subscribe("fussy-silence", receiver);
    Operator.subscribe("stranger", new Receiver());
    post(
            "fussy-silence",
            """
            {"matchers":[{"label":"colour","values":["red"]},{"label":"rule","values":["two words"]},{}],
             "startsAt":"2030-01-01T00:00:00Z","endsAt":"2029-01-01T00:00:00Z","author":"x"}""")
        .statusCode(400)
        .body(
            "faults.pointer",
            hasItems(
                "/matchers/0/label",
                "/matchers/1/values/0",
                "/matchers/2/label",
                "/endsAt",
                "/comment"));
    post("fussy-silence", "{}")
        .statusCode(400)
        .body("faults.pointer", hasItems("/matchers", "/endsAt", "/author", "/comment"));
    Operator.put("/v1/inhibitions/x?subscriberId=fussy-silence", "{\"equal\":[\"colour\"]}")
        .then()
        .statusCode(400)
        .body("faults.pointer", hasItems("/source", "/target", "/equal/0"));
    String silence = silence("fussy-silence", "{\"label\":\"rule\",\"values\":[\"*\"]}");
    Operator.get("/v1/silences/%s?subscriberId=fussy-silence".formatted(silence))
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"));
    Operator.get("/v1/silences/%s?subscriberId=stranger".formatted(silence)).then().statusCode(404);
    Operator.get("/v1/silences?subscriberId=stranger").then().body("silences", hasSize(0));
    Operator.get("/v1/silences?subscriberId=fussy-silence&state=PENDING")
        .then()
        .body("silences", hasSize(0));
  }

  private static void watch(
      String subscriber, String rule, String severity, String indicator, String limit) {
    Operator.put(
            "/v1/rules/%s?subscriberId=%s".formatted(rule, subscriber),
            """
            {"name":"%s","severity":"%s","indicator":"%s","refArea":"JP","freq":"A",
             "condition":%s}"""
                .formatted(rule, severity, indicator, BELOW.formatted(limit)))
        .then()
        .statusCode(201);
  }

  private void publish(Store store, String release, String day, String period, String value) {
    store.release(release, day, Map.of(period, value)).forEach(topic::publish);
  }

  private static String silence(String subscriber, String matcher) {
    return post(
            subscriber,
            """
            {"matchers":[%s],"endsAt":"%s","author":"Desk","comment":"maintenance"}"""
                .formatted(matcher, Instant.now().plusSeconds(3600)))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse post(String subscriber, String body) {
    return Operator.request().body(body).post("/v1/silences?subscriberId=" + subscriber).then();
  }

  private static ValidatableResponse inhibition(String subscriber) {
    return Operator.put(
            "/v1/inhibitions/lesser?subscriberId=" + subscriber,
            """
            {"source":[{"label":"severity","values":["critical"]}],
             "target":[{"label":"severity","values":["warning","info"]}]}""")
        .then();
  }

  private static ValidatableResponse replay(String subscriber, String more) {
    return Operator.request()
        .body("{\"scope\":\"MISSED\",\"since\":\"2025-01-01T00:00:00Z\",%s}".formatted(more))
        .post("/v1/endpoints/desk/replays?subscriberId=" + subscriber)
        .then();
  }

  private static String awaitAlert(String subscriber, String rule) {
    String path = "/v1/alerts?subscriberId=%s&ruleId=%s".formatted(subscriber, rule);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> Operator.get(path).then().body("alerts", hasSize(1)));
    return Operator.get(path).path("alerts[0].id");
  }

  private void awaitTold(String... told) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.told()).containsExactly(told));
  }
}
