package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

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
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Owners of rules have their readers told in words of their own. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RuleWordingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  @Test
  void anAlertIsToldInTheWordsOfItsRuleInTheLanguagesThatHaveSome() {
    try (var receiver = new Receiver()) {
      // Given
      Operator.subscribe("worded", receiver);
      put(
              "worded",
              "WORDED",
              "\"wording\":{\"ja\":\"{period}は{value}{#if rank}（{rank}）{/if}。注意\"},")
          .statusCode(201)
          .body("wording.ja", startsWith("{period}"))
          .body("wording.en", nullValue());
      Store store = Store.of("WORDED", Frequency.A);
      publish(store, "2024-02-07", "2023", "-55360");

      // When
      publish(store, "2025-02-07", "2024", "-66506");

      // Then
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.requests()).hasSize(1));
      var summary = receiver.requests().getFirst().webhook().data().summary();
      assertThat(summary.ja()).startsWith("2024年は−6").endsWith("（低い方から1位（2期間中））。注意");
      assertThat(summary.en()).contains("a new record");
      Operator.backtest("worded", "{\"ruleId\":\"rule\"}")
          .then()
          .statusCode(200)
          .body("transitions[0].summary.ja", equalTo(summary.ja()));

      // When: other words are no other rule
      put("worded", "WORDED", "\"wording\":{\"en\":\"{headline} \\u2014 {summary}\"},")
          .statusCode(200);
      publish(store, "2025-04-07", "2024", "-66600");

      // Then
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.requests()).hasSize(2));
      summary = receiver.requests().getLast().webhook().data().summary();
      assertThat(summary.en()).startsWith("Revised: x — WORDED (JP) of 2024 is");
      assertThat(summary.ja()).contains("改定されました");
    }
  }

  @Test
  void whatIsNoTemplateIsRefusedWithItsPlace() {
    Operator.put("/v1/subscribers/misworded", "{\"name\":\"x\",\"locale\":\"en\"}");

    put(
            "misworded",
            "MISWORDED",
            "\"wording\":{\"en\":\"{value.class}\",\"ja\":\"%s\"},".formatted("x".repeat(501)))
        .statusCode(400)
        .body("faults.pointer", hasItems("/wording/en", "/wording/ja"));
    put("misworded", "MISWORDED", "\"wording\":{\"en\":\"{prevoius}\"},")
        .statusCode(400)
        .body("faults[0].detail", containsString("prevoius"));
    put("misworded", "MISWORDED", "\"wording\":{\"en\":\"one\\ntwo\"},").statusCode(400);
  }

  private static ValidatableResponse put(String subscriber, String indicator, String wording) {
    return Operator.put(
            "/v1/rules/rule?subscriberId=" + subscriber,
            """
            {"name":"x","severity":"warning","indicator":"%s","refArea":"JP","freq":"A",%s
             "condition":{"type":"NEW_RECORD"}}"""
                .formatted(indicator, wording))
        .then();
  }

  private void publish(Store store, String day, String period, String value) {
    try (var topic = new IndicatorsTopic(brokers)) {
      store.release("r" + day, day, Map.of(period, value)).forEach(topic::publish);
    }
  }
}
