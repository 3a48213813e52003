package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a lesser alert, however the greater one comes to say nothing any more. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class InhibitionIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
  void theLesserIsToldWhenTheRuleOfTheGreaterIsDeleted() {
    Store store = inhibited("inhibited-deleted", "INHIBITED-DELETED");

    Operator.request()
        .delete("/v1/rules/greater?subscriberId=inhibited-deleted")
        .then()
        .statusCode(204);

    awaitTold("greater RAISED", "lesser RAISED");
    // Nor is it told again by what comes later
    publish(store, "r2", "2025-04-10", "2024", "-67000");
    awaitTold("greater RAISED", "lesser CORRECTED", "lesser RAISED");
  }

  @Test
  void theLesserIsToldWhenTheRuleOfTheGreaterLooksForSomethingElse() {
    inhibited("inhibited-changed", "INHIBITED-CHANGED");

    put("inhibited-changed", "greater", "critical", "INHIBITED-CHANGED", below("-90000"), "")
        .then()
        .statusCode(200);

    awaitTold("greater RAISED", "lesser RAISED");
  }

  @Test
  void theLesserIsToldWhenTheGreaterBecomesNoGreaterThanIt() {
    // Given
    Operator.subscribe("inhibited-regraded", receiver);
    put("inhibited-regraded", "lesser", "warning", "INHIBITED-REGRADED", below("-60000"), "");
    put(
        "inhibited-regraded",
        "greater",
        "info",
        "INHIBITED-REGRADED",
        below("-61000"),
        "\"levels\":[{\"severity\":\"critical\",\"limit\":-6500000000000}],");
    inhibit("inhibited-regraded");
    Store store = Store.of("INHIBITED-REGRADED", Frequency.A);
    publish(store, "r1", "2025-02-10", "2024", "-66000");
    awaitInhibited("inhibited-regraded");

    // When
    publish(store, "r2", "2026-02-10", "2025", "-62000");

    // Then
    awaitTold("greater RAISED", "greater REGRADED", "lesser RAISED");
  }

  @Test
  void theLesserIsToldWhenTheGreaterIsOverWithoutAWord() {
    // Given: alerts of revisions are over with the next release
    Operator.subscribe("inhibited-superseded", receiver);
    put("inhibited-superseded", "lesser", "warning", "INHIBITED-OVER", below("-60000"), "");
    String revised =
        "{\"type\":\"REVISED_BY\",\"on\":\"PREVIOUS\",\"unit\":\"PERCENT\",\"amount\":10}";
    put("inhibited-superseded", "greater", "critical", "INHIBITED-OVER", revised, "");
    inhibit("inhibited-superseded");
    Store store = Store.of("INHIBITED-OVER", Frequency.A);
    publish(store, "r1", "2025-02-10", "2024", "-50000");
    publish(store, "r2", "2025-04-10", "2024", "-66000");
    awaitInhibited("inhibited-superseded");

    // When
    publish(store, "r3", "2026-02-10", "2025", "-66100");

    // Then
    awaitTold("greater RAISED", "lesser RAISED");
  }

  @Test
  void theLesserIsToldWhenTheLastOfTwoGreaterAlertsIsOver() {
    // Given
    Store store = inhibited("inhibited-twice", "INHIBITED-TWICE");
    put("inhibited-twice", "second", "critical", "INHIBITED-TWICE", below("-63000"), "");
    publish(store, "r2", "2025-04-10", "2024", "-50000");
    awaitTold("greater RAISED", "greater RETRACTED");
    publish(store, "r3", "2026-02-10", "2025", "-66000");
    awaitTold("greater RAISED", "greater RAISED", "greater RETRACTED", "second RAISED");

    // When: one is over
    publish(store, "r4", "2026-04-10", "2025", "-64000");
    awaitTold(
        "greater RAISED",
        "greater RAISED",
        "greater RETRACTED",
        "greater RETRACTED",
        "second CORRECTED",
        "second RAISED");

    // When: the other is
    publish(store, "r5", "2026-06-10", "2025", "-62000");

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(told()).contains("second RETRACTED", "lesser RAISED"));
    assertThat(receiver.requests()).extracting(Receiver.Request::id).doesNotHaveDuplicates();
  }

  @Test
  void theLesserIsToldWhenTheInhibitionIsForgotten() {
    inhibited("inhibited-freed", "INHIBITED-FREED");

    Operator.request()
        .delete("/v1/inhibitions/greater?subscriberId=inhibited-freed")
        .then()
        .statusCode(204);

    awaitTold("greater RAISED", "lesser RAISED");
  }

  @Test
  void whatASilenceMatchesByThenIsSilencedAndNotSentWhenThatEnds() {
    // Given
    Store store = inhibited("inhibited-silenced", "INHIBITED-SILENCED");
    String silence =
        Operator.request()
            .body(
                """
                {"matchers":[{"label":"rule","values":["lesser"]}],"endsAt":"%s",
                 "author":"Desk","comment":"maintenance"}"""
                    .formatted(Instant.now().plusSeconds(3600)))
            .post("/v1/silences?subscriberId=inhibited-silenced")
            .path("id");
    Operator.request().delete("/v1/rules/greater?subscriberId=inhibited-silenced");

    // Then
    Operator.get("/v1/alerts/" + alert("inhibited-silenced", "lesser"))
        .then()
        .body("suppressed.reason", contains("SILENCED"))
        .body("suppressed.by", contains(silence));

    // When
    Operator.request().delete("/v1/silences/%s?subscriberId=inhibited-silenced".formatted(silence));
    publish(store, "r2", "2025-04-10", "2024", "-67000");

    // Then
    awaitTold("greater RAISED", "lesser CORRECTED");
  }

  /** A greater alert is told, a lesser one waits for its end. */
  private Store inhibited(String subscriber, String indicator) {
    Operator.subscribe(subscriber, receiver);
    put(subscriber, "lesser", "warning", indicator, below("-60000"), "").then().statusCode(201);
    put(subscriber, "greater", "critical", indicator, below("-65000"), "").then().statusCode(201);
    inhibit(subscriber);
    Store store = Store.of(indicator, Frequency.A);
    publish(store, "r1", "2025-02-10", "2024", "-66000");
    awaitTold("greater RAISED");
    awaitInhibited(subscriber);
    return store;
  }

  private static String below(String limit) {
    return """
        {"type":"CROSSES_BELOW",
         "threshold":{"type":"FROZEN","value":%s00000000,"unit":"JPY","label":"limit"}}"""
        .formatted(limit);
  }

  private static Response put(
      String subscriber,
      String rule,
      String severity,
      String indicator,
      String condition,
      String options) {
    return Operator.put(
        "/v1/rules/%s?subscriberId=%s".formatted(rule, subscriber),
        """
        {"name":"%s","severity":"%s","indicator":"%s","refArea":"JP","freq":"A",%s
         "condition":%s}"""
            .formatted(rule, severity, indicator, options, condition));
  }

  private static void inhibit(String subscriber) {
    Operator.put(
            "/v1/inhibitions/greater?subscriberId=" + subscriber,
            """
            {"source":[{"label":"severity","values":["critical"]}],
             "target":[{"label":"rule","values":["lesser"]}]}""")
        .then()
        .statusCode(201);
  }

  private void publish(Store store, String release, String day, String period, String value) {
    store.release(release, day, Map.of(period, value)).forEach(topic::publish);
  }

  private static void awaitInhibited(String subscriber) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Operator.get("/v1/alerts/" + alert(subscriber, "lesser"))
                    .then()
                    .body("suppressed.reason", contains("INHIBITED"))
                    .body("suppressed[0].liftedAt", nullValue()));
  }

  private static String alert(String subscriber, String rule) {
    return Operator.get("/v1/alerts?subscriberId=%s&ruleId=%s".formatted(subscriber, rule))
        .then()
        .body("alerts", hasSize(1))
        .extract()
        .path("alerts[0].id");
  }

  private List<String> told() {
    return receiver.requests().stream()
        .map(Receiver.Request::webhook)
        .map(webhook -> webhook.data().rule().id() + " " + webhook.data().transition())
        .sorted()
        .toList();
  }

  private void awaitTold(String... told) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).containsExactly(told));
  }
}
