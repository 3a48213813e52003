package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of every kind over one history: live by way of Kafka, and afterwards in a backtest. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class BacktestIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> CONDITIONS =
      new TreeMap<>(
          Map.of(
              "record", "\"condition\":{\"type\":\"NEW_RECORD\"}",
              "below",
                  """
                  "condition":{"type":"CROSSES_BELOW",
                   "threshold":{"type":"FROZEN","value":-6000000000000,"unit":"JPY"}},
                  "levels":[{"severity":"critical","limit":-8000000000000}],
                  "clear":-5500000000000,"minPeriods":2""",
              "range",
                  """
                  "condition":{"type":"OUTSIDE_RANGE","unit":"JPY",
                   "lower":-8000000000000,"upper":-4000000000000}""",
              "change",
                  """
                  "condition":{"type":"CHANGES_BY","on":"YEAR","movement":"FALLS","percent":15}""",
              "rank", "\"condition\":{\"type\":\"RANKS\",\"end\":\"LOWEST\",\"places\":3}",
              "revision",
                  """
                  "condition":{"type":"REVISED_BY","on":"PREVIOUS","amount":10,"unit":"PERCENT"}""",
              "ratio",
                  """
                  "condition":{"type":"RATIO_BELOW","indicator":"BACK-TRAVEL","ratio":-1.5}""",
              "expression",
                  """
                  "condition":{"type":"EXPRESSION",
                   "expression":"value < yearBefore && rank <= 2 && of > 3"}""",
              "rising",
                  """
                  "transform":"CHANGE_ON_YEAR","cooldown":"P400D",
                  "condition":{"type":"CROSSES_ABOVE",
                   "threshold":{"type":"FROZEN","value":500000000000,"unit":"JPY"}}"""));

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private IndicatorsTopic indicators;

  @BeforeEach
  void open() {
    indicators = new IndicatorsTopic(bootstrapServers);
  }

  @AfterEach
  void close() {
    indicators.close();
  }

  @Test
  void saysWhatTheSameRulesDidLive() {
    // Given
    subscribe("tester");
    CONDITIONS.forEach((id, rule) -> put("tester", id, "BACK", rule));
    publishHistory("BACK", new Random(2025));

    // When the last release has been judged
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get("/v1/alerts?subscriberId=tester&ruleId=record&state=FIRING")
                    .then()
                    .body("alerts.figure.period", hasItem("2013")));

    // Then
    for (String id : CONDITIONS.keySet()) {
      List<String> live = live("tester", id);
      assertThat(live).as(id).isNotEmpty();
      assertThat(backtest("tester", "{\"ruleId\":\"%s\"}".formatted(id))).as(id).isEqualTo(live);
    }
  }

  @Test
  void countsWhatEachEndpointWouldGetAndComparesWithAnotherRule() {
    subscribe("planner");
    Operator.put(
            "/v1/endpoints/critical?subscriberId=planner",
            "{\"url\":\"http://127.0.0.1:9/\",\"proven\":true,\"filter\":{\"severities\":[\"critical\"]}}")
        .then()
        .statusCode(201);
    put(
        "planner",
        "old",
        "PLAN",
        "\"condition\":{\"type\":\"CROSSES_BELOW\",\"threshold\":{\"type\":\"FROZEN\",\"value\":-6000000000000,\"unit\":\"JPY\"}}");
    Store store = Store.of("PLAN", Frequency.A);
    publish(store.release("p1", "2022-02-07", Map.of("2021", "-61000")));
    publish(store.release("p2", "2023-02-07", Map.of("2022", "-50000")));
    publish(store.release("p3", "2024-02-07", Map.of("2023", "-58000")));
    publish(store.release("p4", "2025-02-07", Map.of("2024", "-70000")));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get("/v1/alerts?subscriberId=planner&state=FIRING")
                    .then()
                    .body("alerts", hasSize(1)));

    Operator.backtest(
            "planner",
            """
            {"comparedWith":"old","from":"2022-06-01T00:00:00Z",
             "rule":{"name":"New","severity":"warning","indicator":"PLAN","refArea":"JP","freq":"A",
               "levels":[{"severity":"critical","limit":-6500000000000}],
               "condition":{"type":"CROSSES_BELOW",
                 "threshold":{"type":"FROZEN","value":-5500000000000}}}}""")
        .then()
        .statusCode(200)
        .body("transitions.transition", equalTo(List.of("RAISED", "REGRADED")))
        .body("transitions.figure.period", equalTo(List.of("2023", "2024")))
        .body("transitions[0].at", equalTo("2024-02-07T23:50:00Z"))
        .body("summary.announced.RAISED", equalTo(1))
        .body("summary.deliveries.critical", equalTo(1))
        .body("coverage.releases", equalTo(4))
        .body("coverage.named", equalTo(0))
        .body("difference.onlyThis.period", equalTo(List.of("2023")))
        .body("difference.onlyOther.period", equalTo(List.of("2024")))
        .body("difference.both", hasSize(0));
    Operator.get("/v1/rules?subscriberId=planner").then().body("rules", hasSize(1));
  }

  @Test
  void namesWhatIsWrongWithTheRuleInTheBody() {
    subscribe("faulty");
    Operator.backtest(
            "faulty",
            "{\"rule\":{\"name\":\"x\",\"severity\":\"info\",\"indicator\":\"X\",\"refArea\":\"JP\",\"freq\":\"A\"}}")
        .then()
        .statusCode(400)
        .body("faults.pointer", equalTo(List.of("/rule/condition")));
    Operator.backtest("faulty", "{\"ruleId\":\"none\"}").then().statusCode(404);
    Operator.backtest("faulty", "{}").then().statusCode(400);
  }

  private static void subscribe(String subscriber) {
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\",\"locale\":\"en\"}")
        .then()
        .statusCode(201);
  }

  private static void put(String subscriber, String id, String indicator, String rule) {
    Operator.put(
            "/v1/rules/%s?subscriberId=%s".formatted(id, subscriber),
            """
            {"name":"%s","severity":"warning","indicator":"%s","refArea":"JP","freq":"A",%s}"""
                .formatted(id, indicator, rule))
        .then()
        .statusCode(201);
  }

  private void publish(List<IndicatorRecomputed> events) {
    events.forEach(indicators::publish);
  }

  /** New years and revisions of two indicators; the last year is a record. */
  private void publishHistory(String indicator, Random random) {
    Store store = Store.of(indicator, Frequency.A);
    Store travel = Store.of(indicator + "-TRAVEL", Frequency.A);
    for (int year = 1990; year < 2013; year++) {
      Map<String, String> figures = new TreeMap<>();
      figures.put(Integer.toString(year), value(random));
      if (year > 1992) {
        figures.put(Integer.toString(year - 1 - random.nextInt(3)), value(random));
      }
      List<IndicatorRecomputed> events =
          new ArrayList<>(store.release("b" + year, (year + 1) + "-02-07", figures));
      Collections.shuffle(events, random);
      publishAndAwait(indicator, events);
      publishAndAwait(
          indicator + "-TRAVEL",
          travel.release(
              "t" + year,
              (year + 1) + "-02-08",
              Map.of(Integer.toString(year), Integer.toString(40_000 + random.nextInt(9_000)))));
    }
    publishAndAwait(indicator, store.release("last", "2014-02-07", Map.of("2013", "-99999")));
  }

  /** Releases one after another: how many steps are told depends on that, not how they end. */
  private void publishAndAwait(String indicator, List<IndicatorRecomputed> events) {
    publish(events);
    String rule =
        """
        {"rule":{"name":"x","severity":"info","indicator":"%s","refArea":"JP","freq":"A",
         "condition":{"type":"NEW_RECORD"}}}"""
            .formatted(indicator);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () ->
                Operator.backtest("tester", rule)
                    .then()
                    .body(
                        "coverage.lastRelease",
                        equalTo(events.getFirst().vintage().releasedAt().toString())));
  }

  private static String value(Random random) {
    return Integer.toString(-30_000 - random.nextInt(60_000));
  }

  private static List<String> live(String subscriber, String rule) {
    List<String> alerts =
        Operator.get("/v1/alerts?limit=1000&subscriberId=%s&ruleId=%s".formatted(subscriber, rule))
            .then()
            .extract()
            .path("alerts.id");
    return alerts.stream()
        .flatMap(id -> words(Operator.get("/v1/alerts/" + id).jsonPath(), "history").stream())
        .sorted()
        .toList();
  }

  private static List<String> backtest(String subscriber, String body) {
    JsonPath answer =
        Operator.backtest(subscriber, body).then().statusCode(200).extract().jsonPath();
    return words(answer, "transitions").stream().sorted().toList();
  }

  private static List<String> words(JsonPath answer, String list) {
    List<Map<String, Object>> steps = answer.getList(list);
    return steps.stream()
        .map(
            step ->
                "%s %s %s %s %s"
                    .formatted(
                        step.get("transition"),
                        step.get("announced"),
                        step.get("figure"),
                        step.get("cause"),
                        step.get("rule")))
        .toList();
  }
}
