package io.deficitwatch.alerting.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused when a rule is saved, and when values are judged. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RuleKindsIT {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private IndicatorsTopic topics;
  private RuleSteps rules;

  @BeforeEach
  void open() {
    topics = new IndicatorsTopic(bootstrapServers);
    rules = new RuleSteps(topics);
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void whatDoesNotFitTheIndicatorIsRefusedWithItsPlace() {
    RuleSteps.subscribe("fitting");
    rules.publishAndAwait(
        Store.of("FIT", Frequency.A), "f1", "2025-02-09", Map.of("2024", "-66506"));

    RuleSteps.refused("fitting", "FIT", "A", threshold("\"value\":1,\"unit\":\"USD\""))
        .body("faults.pointer", equalTo(List.of("/condition/threshold/unit")))
        .body("faults[0].detail", containsString("JPY"));
    RuleSteps.refused("fitting", "UNKNOWN", "A", threshold("\"value\":1"))
        .body("faults.pointer", equalTo(List.of("/condition/threshold/unit")));
    RuleSteps.refused(
            "fitting",
            "FIT",
            "A",
            """
            "transform":"GROWTH_ON_YEAR",
            "condition":{"type":"CROSSES_BELOW",
              "threshold":{"type":"FROZEN","value":1,"unit":"JPY"}}""")
        .body("faults.pointer", equalTo(List.of("/condition/threshold/unit")));
    RuleSteps.refused(
            "fitting",
            "FIT",
            "YTD",
            "\"condition\":{\"type\":\"CHANGES_BY\",\"on\":\"PREVIOUS_PERIOD\",\"movement\":\"RISES\",\"percent\":5}")
        .body("faults.pointer", equalTo(List.of("/condition/on")));
    RuleSteps.refused(
            "fitting",
            "FIT",
            "A",
            """
            "condition":{"type":"PROJECTED_BELOW","by":"2030-Q4","probability":1.5,
              "threshold":{"type":"FROZEN","value":1}}""")
        .body("faults.pointer", hasItems("/condition/by", "/condition/probability"));
    RuleSteps.refused(
            "fitting",
            "FIT",
            "A",
            "\"minPeriods\":2,\"condition\":{\"type\":\"NEW_RECORD\",\"percent\":3}")
        .body("faults.pointer", hasItems("/minPeriods", "/condition/percent"));
    RuleSteps.refused(
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
    RuleSteps.subscribe("celtic");
    RuleSteps.refused(
            "celtic",
            "CEL",
            "A",
            "\"condition\":{\"type\":\"EXPRESSION\",\"expression\":\"value < prevoius\"}")
        .body("faults[0].pointer", equalTo("/condition/expression"))
        .body("faults[0].detail", containsString("line 1, column 9"));
    RuleSteps.refused(
            "celtic",
            "CEL",
            "A",
            "\"condition\":{\"type\":\"EXPRESSION\",\"expression\":\"value + 1.0\"}")
        .body("faults[0].pointer", equalTo("/condition/expression"));
  }

  @Test
  void aReferenceIsFrozenAsFirstPublishedWithItsVintage() {
    RuleSteps.subscribe("referring");
    Store store = Store.of("JP-DIGITAL-5", Frequency.A);
    rules.publishAndAwait(store, "j1", "2024-02-07", Map.of("2022", "-47000", "2023", "-55360"));
    rules.publishAndAwait(store, "j2", "2025-02-09", Map.of("2024", "-66506"));
    rules.publishAndAwait(store, "j3", "2025-04-29", Map.of("2024", "-68500"));

    RuleSteps.saved("referring", "JP-DIGITAL-5", reference("\"reference\":\"record-2024\""))
        .body("condition.threshold.type", equalTo("FROZEN"))
        .body("condition.threshold.value", equalTo(-6650600000000L))
        .body("condition.threshold.label", equalTo("record-2024, as first published"))
        .body("condition.threshold.vintage.releaseId", equalTo("j2"));
    RuleSteps.saved(
            "referring", "JP-DIGITAL-5", reference("\"reference\":\"record-2024\",\"live\":true"))
        .body("condition.threshold.type", equalTo("REFERENCE"))
        .body("condition.threshold.live", equalTo(true));
    RuleSteps.saved(
            "referring",
            "JP-DIGITAL-5",
            """
            "condition":{"type":"CROSSES_BELOW",
              "threshold":{"type":"SCENARIO","reference":"METI-PIVOT-2035-BASE"}}""")
        .body("condition.threshold.value", equalTo(-18000000000000L))
        .body("condition.threshold.reference", equalTo("METI-PIVOT-2035-BASE"));
    RuleSteps.refused("referring", "JP-DIGITAL-5", "A", reference("\"reference\":\"record-2022\""))
        .body("faults[0].detail", containsString("no record"));
    RuleSteps.refused("referring", "JP-DIGITAL-5", "A", reference("\"reference\":\"record-2031\""))
        .body("faults[0].pointer", equalTo("/condition/threshold/reference"));
    RuleSteps.refused(
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
    RuleSteps.subscribe("whole");
    RuleSteps.saved("whole", "HALF", "\"condition\":{\"type\":\"NEW_RECORD\"}");
    Store store = Store.of("HALF", Frequency.A);
    rules.publishAndAwait(store, "h1", "2024-02-07", Map.of("2022", "-1", "2023", "-2"));
    RuleSteps.awaitStates("whole", "rule", "FIRING 2023");
    var second = store.release("h2", "2025-02-07", Map.of("2023", "-9", "2024", "-5"));

    topics.publish(second.getLast());
    topics.publish(second.getFirst());

    RuleSteps.awaitStates("whole", "rule", "RESOLVED 2023");
    Operator.get("/v1/alerts?subscriberId=whole").then().body("alerts.size()", equalTo(1));
  }

  @Test
  void theRestOfAReleaseIsNotWaitedForForEver() {
    RuleSteps.subscribe("partial");
    RuleSteps.saved("partial", "PART", "\"condition\":{\"type\":\"NEW_RECORD\"}");
    Store store = Store.of("PART", Frequency.A);
    store.release("x1", "2023-02-07", Map.of("2021", "-1"));
    var events = store.release("x2", "2025-02-07", Map.of("2022", "-3", "2023", "-5"));

    events.forEach(topics::publish);
    var third = store.release("x3", "2026-02-07", Map.of("2024", "-7", "2025", "-8"));
    topics.publish(third.getLast());

    RuleSteps.awaitStates("partial", "rule", "FIRING 2025");
  }

  @Test
  void thatNothingComesIsFoundWithoutAnEvent() {
    RuleSteps.subscribe("patient-one");
    RuleSteps.saved(
        "patient-one", "SILENT", "\"condition\":{\"type\":\"NO_DATA\",\"after\":\"PT1H\"}");
    Store store = Store.of("SILENT", Frequency.A);
    Instant almost = Instant.now().minus(Duration.ofHours(1)).plusSeconds(4);
    store
        .release("n1", almost.truncatedTo(ChronoUnit.MILLIS), Map.of("2023", "-1"))
        .forEach(topics::publish);
    RuleSteps.awaitStates("patient-one", "rule", "FIRING 2023");

    store
        .release("n2", Instant.now().truncatedTo(ChronoUnit.MILLIS), Map.of("2024", "-1"))
        .forEach(topics::publish);

    RuleSteps.awaitStates("patient-one", "rule", "RESOLVED 2023");
  }

  @Test
  void aPendingAlertIsListed() {
    RuleSteps.subscribe("hesitant");
    RuleSteps.saved(
        "hesitant",
        "PENDING",
        """
        "minPeriods":2,
        "condition":{"type":"CROSSES_BELOW",
          "threshold":{"type":"FROZEN","value":-100000000,"unit":"JPY"}}""");
    Store store = Store.of("PENDING", Frequency.A);
    rules.publishAndAwait(store, "p1", "2024-02-07", Map.of("2023", "-5"));
    RuleSteps.awaitStates("hesitant", "rule", "PENDING 2023");
    rules.publishAndAwait(store, "p2", "2025-02-07", Map.of("2024", "-6"));

    RuleSteps.awaitStates("hesitant", "rule", "FIRING 2024");
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
}
