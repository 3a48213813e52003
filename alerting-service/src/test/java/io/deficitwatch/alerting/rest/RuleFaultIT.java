package io.deficitwatch.alerting.rest;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.deficitwatch.alerting.alert.TakeValue;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that could be saved and say nothing: they say why. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RuleFaultIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject TakeValue takeValue;

  @Test
  void aRatioToAnIndicatorThatTurnsOutToBeInAnotherUnitIsUnfit() {
    // Given: nothing is known of the other when the rule is saved
    subscribe("unlike");
    publish(Store.of("UNLIKE", Frequency.A), "2024-02-07", "2023");
    String ratio = "{\"type\":\"RATIO_ABOVE\",\"indicator\":\"UNLIKE-OTHER\",\"ratio\":0.1}";
    put("unlike", "UNLIKE", ratio).statusCode(201).body("fault", nullValue());

    // When
    Store other = Store.inUnit("USD", "UNLIKE-OTHER", Frequency.A);
    publish(other, "2024-02-08", "2023");

    // Then
    rule("unlike")
        .body("fault.reason", equalTo("UNFIT"))
        .body("fault.detail", containsString("units"));
    Operator.get("/v1/rules?subscriberId=unlike")
        .then()
        .body("rules[0].fault.reason", equalTo("UNFIT"));
    Operator.get("/v1/alerts?subscriberId=unlike").then().body("alerts", empty());
    Operator.backtest("unlike", "{\"ruleId\":\"rule\"}").then().statusCode(422);
    // Now that it is known
    put("unlike", "UNLIKE", ratio)
        .statusCode(400)
        .body("faults[0].pointer", equalTo("/condition/indicator"));

    // When
    put("unlike", "UNLIKE", "{\"type\":\"NEW_RECORD\"}").statusCode(200);

    // Then
    rule("unlike").body("fault", nullValue());
  }

  @Test
  void anExpressionThatFailsSaysWhyUntilItDoesNot() {
    subscribe("failing-rule");
    Store store = Store.of("FAILING-RULE", Frequency.A);
    put(
            "failing-rule",
            "FAILING-RULE",
            "{\"type\":\"EXPRESSION\",\"expression\":\"1 / (year - 2023) > 5\"}")
        .statusCode(201);

    publish(store, "2024-02-07", "2023");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> rule("failing-rule").body("fault.reason", equalTo("FAILED")));
    rule("failing-rule").body("fault.detail", containsString("zero"));
  }

  private static ValidatableResponse rule(String subscriber) {
    return Operator.get("/v1/rules/rule?subscriberId=" + subscriber).then().statusCode(200);
  }

  private static ValidatableResponse put(String subscriber, String indicator, String condition) {
    return Operator.put(
            "/v1/rules/rule?subscriberId=" + subscriber,
            """
            {"name":"x","severity":"warning","indicator":"%s","refArea":"JP","freq":"A",
             "condition":%s}"""
                .formatted(indicator, condition))
        .then();
  }

  private void publish(Store store, String day, String period) {
    var events = store.release("r" + day, day, Map.of(period, "-" + period));
    QuarkusTransaction.requiringNew().run(() -> events.forEach(takeValue::take));
  }

  private static void subscribe(String subscriber) {
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\",\"locale\":\"en\"}")
        .then()
        .statusCode(201);
  }
}
