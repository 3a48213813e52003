package io.deficitwatch.alerting.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.EndpointWebhook;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Quantile;
import io.deficitwatch.contracts.event.ReleaseOverdue;
import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.event.ReleaseReviewed;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.eventing.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused when a rule is saved, and what is about something else than values. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RuleKindsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private IndicatorsTopic topics;

  @BeforeEach
  void open() {
    topics = new IndicatorsTopic(bootstrapServers);
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void whatDoesNotFitTheIndicatorIsRefusedWithItsPlace() {
    subscribe("fitting");
    publishAndAwait(Store.of("FIT", Frequency.A), "f1", "2025-02-09", Map.of("2024", "-66506"));

    refused("fitting", "FIT", "A", threshold("\"value\":1,\"unit\":\"USD\""))
        .body("faults.pointer", equalTo(List.of("/condition/threshold/unit")))
        .body("faults[0].detail", containsString("JPY"));
    refused("fitting", "UNKNOWN", "A", threshold("\"value\":1"))
        .body("faults.pointer", equalTo(List.of("/condition/threshold/unit")));
    refused(
            "fitting",
            "FIT",
            "A",
            """
            "transform":"GROWTH_ON_YEAR",
            "condition":{"type":"CROSSES_BELOW",
              "threshold":{"type":"FROZEN","value":1,"unit":"JPY"}}""")
        .body("faults.pointer", equalTo(List.of("/condition/threshold/unit")));
    refused(
            "fitting",
            "FIT",
            "YTD",
            "\"condition\":{\"type\":\"CHANGES_BY\",\"on\":\"PREVIOUS_PERIOD\",\"movement\":\"RISES\",\"percent\":5}")
        .body("faults.pointer", equalTo(List.of("/condition/on")));
    refused(
            "fitting",
            "FIT",
            "A",
            """
            "condition":{"type":"PROJECTED_BELOW","by":"2030-Q4","probability":1.5,
              "threshold":{"type":"FROZEN","value":1}}""")
        .body("faults.pointer", hasItems("/condition/by", "/condition/probability"));
    refused(
            "fitting",
            "FIT",
            "A",
            "\"minPeriods\":2,\"condition\":{\"type\":\"NEW_RECORD\",\"percent\":3}")
        .body("faults.pointer", hasItems("/minPeriods", "/condition/percent"));
    refused(
            "fitting",
            "FIT",
            "A",
            """
            "levels":[{"severity":"critical","limit":0}],"clear":-5,
            "condition":{"type":"CROSSES_BELOW","threshold":{"type":"FROZEN","value":-1}}""")
        .body("faults.pointer", hasItems("/levels/0/limit", "/clear"));
  }

  @Test
  void anExpressionIsCheckedWhenItIsSaved() {
    subscribe("celtic");
    refused(
            "celtic",
            "CEL",
            "A",
            "\"condition\":{\"type\":\"EXPRESSION\",\"expression\":\"value < prevoius\"}")
        .body("faults[0].pointer", equalTo("/condition/expression"))
        .body("faults[0].detail", containsString("line 1, column 9"));
    refused(
            "celtic",
            "CEL",
            "A",
            "\"condition\":{\"type\":\"EXPRESSION\",\"expression\":\"value + 1.0\"}")
        .body("faults[0].pointer", equalTo("/condition/expression"));
  }

  @Test
  void aReferenceIsFrozenAsFirstPublishedWithItsVintage() {
    subscribe("referring");
    Store store = Store.of("JP-DIGITAL-5", Frequency.A);
    publishAndAwait(store, "j1", "2024-02-07", Map.of("2022", "-47000", "2023", "-55360"));
    publishAndAwait(store, "j2", "2025-02-09", Map.of("2024", "-66506"));
    publishAndAwait(store, "j3", "2025-04-29", Map.of("2024", "-68500"));

    saved("referring", "JP-DIGITAL-5", reference("\"reference\":\"record-2024\""))
        .body("condition.threshold.type", equalTo("FROZEN"))
        .body("condition.threshold.value", equalTo(-6650600000000L))
        .body("condition.threshold.label", equalTo("record-2024, as first published"))
        .body("condition.threshold.vintage.releaseId", equalTo("j2"));
    saved("referring", "JP-DIGITAL-5", reference("\"reference\":\"record-2024\",\"live\":true"))
        .body("condition.threshold.type", equalTo("REFERENCE"))
        .body("condition.threshold.live", equalTo(true));
    saved(
            "referring",
            "JP-DIGITAL-5",
            """
            "condition":{"type":"CROSSES_BELOW",
              "threshold":{"type":"SCENARIO","reference":"METI-PIVOT-2035-BASE"}}""")
        .body("condition.threshold.value", equalTo(-18000000000000L))
        .body("condition.threshold.reference", equalTo("METI-PIVOT-2035-BASE"));
    refused("referring", "JP-DIGITAL-5", "A", reference("\"reference\":\"record-2022\""))
        .body("faults[0].detail", containsString("no record"));
    refused("referring", "JP-DIGITAL-5", "A", reference("\"reference\":\"record-2031\""))
        .body("faults[0].pointer", equalTo("/condition/threshold/reference"));
    refused(
            "referring",
            "FIT-OTHER",
            "A",
            """
            "condition":{"type":"CROSSES_BELOW",
              "threshold":{"type":"SCENARIO","reference":"METI-PIVOT-2035-BASE"}}""")
        .body("faults[0].pointer", equalTo("/condition/threshold/reference"));
  }

  @Test
  void halfOfAReleaseIsNotJudged() {
    subscribe("whole");
    saved("whole", "HALF", "\"condition\":{\"type\":\"NEW_RECORD\"}");
    Store store = Store.of("HALF", Frequency.A);
    publishAndAwait(store, "h1", "2024-02-07", Map.of("2022", "-1", "2023", "-2"));
    awaitStates("whole", "rule", "FIRING 2023");
    var second = store.release("h2", "2025-02-07", Map.of("2023", "-9", "2024", "-5"));

    topics.publish(second.getLast());
    topics.publish(second.getFirst());

    awaitStates("whole", "rule", "RESOLVED 2023");
    Operator.get("/v1/alerts?subscriberId=whole").then().body("alerts.size()", equalTo(1));
  }

  @Test
  void theRestOfAReleaseIsNotWaitedForForEver() {
    subscribe("partial");
    saved("partial", "PART", "\"condition\":{\"type\":\"NEW_RECORD\"}");
    Store store = Store.of("PART", Frequency.A);
    store.release("x1", "2023-02-07", Map.of("2021", "-1"));
    var events = store.release("x2", "2025-02-07", Map.of("2022", "-3", "2023", "-5"));

    events.forEach(topics::publish);
    var third = store.release("x3", "2026-02-07", Map.of("2024", "-7", "2025", "-8"));
    topics.publish(third.getLast());

    awaitStates("partial", "rule", "FIRING 2025");
  }

  @Test
  void aReleaseThatIsLateIsToldAndCleared() {
    subscribe("waiting");
    saved("waiting", "LATE", "\"condition\":{\"type\":\"RELEASE_LATE\"}");
    Store store = Store.of("LATE", Frequency.A).from("TEST:LATE");
    publishAndAwait(store, "l1", "2024-02-07", Map.of("2023", "-1"));
    Instant due = Instant.parse("2025-02-07T23:50:00Z");
    topics.publish(
        EventType.RELEASE_OVERDUE,
        "TEST:LATE",
        "TEST:LATE@" + due,
        due,
        new ReleaseOverdue(
            DataflowRef.parse("TEST:LATE"),
            new LocalizedText("A release", "公表"),
            due,
            Optional.empty()));
    awaitStates("waiting", "rule", "FIRING 2023");

    // Dated by the day, before it was due
    publishAndAwait(store, "l2", "2025-02-07", Map.of("2024", "-1"));

    awaitStates("waiting", "rule", "RESOLVED 2023");
  }

  @Test
  void aReleaseThatIsHeldIsForOperatorsOnly() {
    subscribe("holding");
    String key = Operator.request().post("/v1/subscribers/holding/api-keys").path("key");
    given()
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body(body("HELD", "A", "\"condition\":{\"type\":\"RELEASE_HELD\"}"))
        .put("/v1/rules/rule")
        .then()
        .statusCode(400)
        .body("faults[0].pointer", equalTo("/condition/type"));
    saved("holding", "HELD", "\"condition\":{\"type\":\"RELEASE_HELD\"}");
    Store store = Store.of("HELD", Frequency.A).from("TEST:HELD");
    publishAndAwait(store, "d1", "2024-02-07", Map.of("2023", "-1"));
    review("TEST:HELD", ReleaseReviewed.Decision.HELD);
    awaitStates("holding", "rule", "FIRING 2023");
    review("TEST:HELD", ReleaseReviewed.Decision.REJECTED);
    awaitStates("holding", "rule", "RESOLVED 2023");
  }

  @Test
  void whatElseOperatorsAreToldIsPassedOver() {
    subscribe("others");
    saved("others", "OTHERS", "\"condition\":{\"type\":\"RELEASE_HELD\"}");
    Store store = Store.of("OTHERS", Frequency.A).from("TEST:OTHERS");
    publishAndAwait(store, "o1", "2024-02-07", Map.of("2023", "-1"));
    topics.publish(
        EventType.ENDPOINT_DISABLED,
        "TEST:OTHERS",
        "others-1",
        Instant.parse("2025-02-07T00:00:00Z"),
        new EndpointWebhook.Notice(
            "somebody",
            "desk",
            new LocalizedText("Disabled", "停止"),
            Optional.empty(),
            Optional.of(
                new EndpointWebhook.Disabled("GONE", Instant.parse("2025-02-07T00:00:00Z")))));

    // Of one key, and so after it
    review("TEST:OTHERS", ReleaseReviewed.Decision.HELD);
    awaitStates("others", "rule", "FIRING 2023");
    assertThat(TopicReader.readAll(bootstrapServers, Topics.OPERATIONS + ".dlt"))
        .noneMatch(record -> "TEST:OTHERS".equals(record.key()));
  }

  private void review(String dataflow, ReleaseReviewed.Decision decision) {
    Instant at = Instant.parse("2025-02-08T00:00:00Z").plusSeconds(decision.ordinal() * 60L);
    topics.publish(
        decision.eventType(),
        dataflow,
        dataflow + "/held/" + decision,
        at,
        new ReleaseReviewed(
            new Vintage("held of " + dataflow, DataflowRef.parse(dataflow), at),
            new Archive("/v1/releases/held-1/content", "0".repeat(64), at),
            decision,
            Optional.empty(),
            List.of(),
            0,
            at));
  }

  @Test
  void aProjectionThatComesToCrossIsTold() {
    subscribe("forward");
    Store store = Store.of("AHEAD", Frequency.A);
    publishAndAwait(store, "a1", "2025-02-07", Map.of("2024", "-66506"));
    saved(
        "forward",
        "AHEAD",
        """
        "clear":0.4,
        "condition":{"type":"PROJECTED_BELOW","by":"2030","probability":0.5,
          "threshold":{"type":"FROZEN","value":-10000000000000}}""");

    project(store, "a2", "2025-04-29", "-9000000000000");
    project(store, "a3", "2025-08-29", "-10500000000000");
    awaitStates("forward", "rule", "FIRING 2030");
    project(store, "a4", "2025-12-29", "-8000000000000");

    awaitStates("forward", "rule", "RESOLVED 2030");
    String id = Operator.get("/v1/alerts?subscriberId=forward").path("alerts[0].id");
    Operator.get("/v1/alerts/" + id)
        .then()
        .body("history.transition", equalTo(List.of("RAISED", "CLEARED")))
        .body("history[0].measure.unit", equalTo("PROBABILITY"));
  }

  @Test
  void anAlertOnAProjectionIsOverWithTheLastPeriodThatCounts() {
    subscribe("arrived");
    Store store = Store.of("PAST-AHEAD", Frequency.A);
    publishAndAwait(store, "p1", "2025-02-07", Map.of("2024", "-66506"));
    saved(
        "arrived",
        "PAST-AHEAD",
        """
        "condition":{"type":"PROJECTED_BELOW","by":"2030","probability":0.5,
          "threshold":{"type":"FROZEN","value":-10000000000000}}""");
    project(store, "p2", "2025-08-29", "-10500000000000");
    awaitStates("arrived", "rule", "FIRING 2030");

    publishAndAwait(store, "p3", "2031-02-07", Map.of("2030", "-111111"));
    project(store, "p3", "2031-02-07", "2030", "2031", "-12000000000000");

    awaitStates("arrived", "rule", "RESOLVED 2030");
    String id = Operator.get("/v1/alerts?subscriberId=arrived").path("alerts[0].id");
    Operator.get("/v1/alerts/" + id)
        .then()
        .body("history[1].figure.period", equalTo("2030"))
        .body(
            "history[1].summary.en",
            startsWith("PAST-AHEAD (JP) of 2030 is no longer projected:" + " it is ¥-11.1 trn."));
  }

  private void project(Store store, String release, String day, String median) {
    project(store, release, day, "2024", "2030", median);
  }

  /** A projection of one period. */
  private void project(
      Store store, String release, String day, String lastObserved, String period, String median) {
    Instant at = Instant.parse(day + "T23:50:00Z");
    var middle = new BigDecimal(median);
    var spread = new BigDecimal("1000000000000");
    var interval = new Interval(middle.subtract(spread), middle.add(spread));
    var lowest =
        List.of(
            new Quantile(new BigDecimal("0.1"), middle.subtract(spread)),
            new Quantile(new BigDecimal("0.5"), middle),
            new Quantile(new BigDecimal("0.9"), middle.add(spread)));
    var point =
        new Point(
            TimePeriod.parse(period),
            middle,
            interval,
            interval,
            Optional.empty(),
            Optional.empty(),
            Optional.of(lowest),
            Optional.empty());
    var projection =
        new ProjectionRecomputed(
            store.indicator(),
            new ProjectionRecomputed.Method("TEST", "a test", 10),
            new Vintage(release, DataflowRef.parse("MOF:DIGITAL_BALANCE"), at),
            TimePeriod.parse(lastObserved),
            List.of(point));
    topics.publish(
        EventType.PROJECTION_RECOMPUTED,
        projection.key(),
        projection.key() + "/" + release,
        at,
        projection);
  }

  @Test
  void thatNothingComesIsFoundWithoutAnEvent() {
    subscribe("patient-one");
    saved("patient-one", "SILENT", "\"condition\":{\"type\":\"NO_DATA\",\"after\":\"PT1H\"}");
    Store store = Store.of("SILENT", Frequency.A);
    Instant almost = Instant.now().minus(Duration.ofHours(1)).plusSeconds(4);
    store
        .release("n1", almost.truncatedTo(ChronoUnit.MILLIS), Map.of("2023", "-1"))
        .forEach(topics::publish);
    awaitStates("patient-one", "rule", "FIRING 2023");

    store
        .release("n2", Instant.now().truncatedTo(ChronoUnit.MILLIS), Map.of("2024", "-1"))
        .forEach(topics::publish);

    awaitStates("patient-one", "rule", "RESOLVED 2023");
  }

  @Test
  void aPendingAlertIsListed() {
    subscribe("hesitant");
    saved(
        "hesitant",
        "PENDING",
        """
        "minPeriods":2,
        "condition":{"type":"CROSSES_BELOW",
          "threshold":{"type":"FROZEN","value":-100000000,"unit":"JPY"}}""");
    Store store = Store.of("PENDING", Frequency.A);
    publishAndAwait(store, "p1", "2024-02-07", Map.of("2023", "-5"));
    awaitStates("hesitant", "rule", "PENDING 2023");
    publishAndAwait(store, "p2", "2025-02-07", Map.of("2024", "-6"));

    awaitStates("hesitant", "rule", "FIRING 2024");
    String id = Operator.get("/v1/alerts?subscriberId=hesitant").path("alerts[0].id");
    Operator.get("/v1/alerts/" + id)
        .then()
        .body("history.transition", equalTo(List.of("PENDING", "RAISED")))
        .body("history.announced", equalTo(List.of(false, true)));
  }

  private static String threshold(String fields) {
    return "\"condition\":{\"type\":\"CROSSES_BELOW\",\"threshold\":{\"type\":\"FROZEN\",%s}}"
        .formatted(fields);
  }

  private static String reference(String fields) {
    return "\"condition\":{\"type\":\"CROSSES_BELOW\",\"threshold\":{\"type\":\"REFERENCE\",%s}}"
        .formatted(fields);
  }

  private static void subscribe(String subscriber) {
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\",\"locale\":\"en\"}")
        .then()
        .statusCode(201);
  }

  private static String body(String indicator, String frequency, String rule) {
    return """
        {"name":"x","severity":"warning","indicator":"%s","refArea":"JP","freq":"%s",%s}"""
        .formatted(indicator, frequency, rule);
  }

  private static ValidatableResponse refused(
      String subscriber, String indicator, String frequency, String rule) {
    return Operator.put(
            "/v1/rules/rule?subscriberId=" + subscriber, body(indicator, frequency, rule))
        .then()
        .statusCode(400);
  }

  private static ValidatableResponse saved(String subscriber, String indicator, String rule) {
    ValidatableResponse response =
        Operator.put("/v1/rules/rule?subscriberId=" + subscriber, body(indicator, "A", rule))
            .then();
    assertThat(response.extract().statusCode()).isIn(200, 201);
    return response;
  }

  private void publishAndAwait(
      Store store, String release, String day, Map<String, String> figures) {
    store.release(release, day, figures).forEach(topics::publish);
    String indicator = store.indicator().id();
    Operator.put("/v1/subscribers/awaiting", "{\"name\":\"x\",\"locale\":\"en\"}");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.backtest(
                        "awaiting",
                        "{\"rule\":%s}"
                            .formatted(
                                body(indicator, "A", "\"condition\":{\"type\":\"NEW_RECORD\"}")))
                    .then()
                    .body("coverage.lastRelease", equalTo(day + "T23:50:00Z")));
  }

  private static void awaitStates(String subscriber, String rule, String standing) {
    String[] words = standing.split(" ", 2);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get(
                        "/v1/alerts?subscriberId=%s&ruleId=%s&state=%s"
                            .formatted(subscriber, rule, words[0]))
                    .then()
                    .body("alerts.figure.period", hasItem(words[1])));
  }
}
