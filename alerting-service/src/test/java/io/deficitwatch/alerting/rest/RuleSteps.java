package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Store;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;

/** What tests on rules do: subscribe, save, publish, wait. Ids are of each test alone. */
final class RuleSteps {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final IndicatorsTopic topics;

  RuleSteps(IndicatorsTopic topics) {
    this.topics = topics;
  }

  static void subscribe(String subscriber) {
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\",\"locale\":\"en\"}")
        .then()
        .statusCode(201);
  }

  static String body(String indicator, String frequency, String rule) {
    return """
        {"name":"x","severity":"warning","indicator":"%s","refArea":"JP","freq":"%s",%s}"""
        .formatted(indicator, frequency, rule);
  }

  static ValidatableResponse refused(
      String subscriber, String indicator, String frequency, String rule) {
    return Operator.put(
            "/v1/rules/rule?subscriberId=" + subscriber, body(indicator, frequency, rule))
        .then()
        .statusCode(400);
  }

  static ValidatableResponse saved(String subscriber, String indicator, String rule) {
    ValidatableResponse response =
        Operator.put("/v1/rules/rule?subscriberId=" + subscriber, body(indicator, "A", rule))
            .then();
    assertThat(response.extract().statusCode()).isIn(200, 201);
    return response;
  }

  void publishAndAwait(Store store, String release, String day, Map<String, String> figures) {
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

  static void awaitStates(String subscriber, String rule, String standing) {
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
