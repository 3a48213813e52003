package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** From an indicator value to what a chat receives. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class PayloadIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  @Test
  void chatsGetTheirShapesInTheirLanguagesSigned() throws IOException {
    try (var slack = new Receiver();
        var teams = new Receiver();
        var topic = new IndicatorsTopic(brokers)) {
      Operator.put("/v1/subscribers/chats", "{\"name\":\"x\",\"locale\":\"ja\"}");
      endpoint("slack", slack, "slack", "").body("locale", equalTo("ja"));
      endpoint("teams", teams, "teams", ",\"locale\":\"en\"").body("payload", equalTo("teams"));
      Operator.watch(
          "chats",
          "records",
          "JP-PAYLOAD",
          "{\"type\":\"CROSSES_BELOW\",\"threshold\":{\"type\":\"FROZEN\",\"value\":-6650600000000,\"unit\":\"JPY\",\"label\":\"2024\"}}");
      Store.of("JP-PAYLOAD", Frequency.A)
          .release("r1", "2025-02-10", Map.of("2024", "-66507"))
          .forEach(topic::publish);

      await().atMost(PATIENCE).untilAsserted(() -> assertThat(slack.requests()).hasSize(1));
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(teams.requests()).hasSize(1));
      Receiver.Request toSlack = slack.requests().getFirst();
      Receiver.Request toTeams = teams.requests().getFirst();
      assertThat(toSlack.verified() && toTeams.verified()).isTrue();
      assertThat(toSlack.id()).isEqualTo(toTeams.id());
      JsonNode message = ContractsJson.mapper().readTree(toSlack.body());
      assertThat(message.path("text").textValue()).contains("アラート発生：records", "−6.6507兆円");
      assertThat(message.path("blocks").findValuesAsText("type"))
          .contains("header", "section", "context");
      assertThat(ContractsJson.mapper().readTree(toTeams.body()).findValuesAsText("text"))
          .contains("Alert: records", "¥-6.6507 trn");
    }
  }

  @Test
  void whoHasTheSecretUrlOfAChatNeedsNoChallenge() {
    Operator.put("/v1/subscribers/secret-urls", "{\"name\":\"x\"}");
    String key = Operator.request().post("/v1/subscribers/secret-urls/api-keys").path("key");
    String url = "https://hooks.slack.com/services/T0/B0/x";

    save(key, "slack", url, "slack").statusCode(201).body("state", equalTo("ACTIVE"));
    save(key, "standard", url, "standard").statusCode(201).body("state", equalTo("PENDING"));
    save(key, "elsewhere", "http://127.0.0.1:9/hooks.slack.com", "slack")
        .statusCode(201)
        .body("state", equalTo("PENDING"));
    save(key, "other", url, "discord").statusCode(400).body("faults.pointer", hasItems("/payload"));
  }

  private static ValidatableResponse save(String key, String id, String url, String payload) {
    return RestAssured.given()
        .header("Authorization", "Bearer " + key)
        .contentType(ContentType.JSON)
        .body("{\"url\":\"%s\",\"payload\":\"%s\"}".formatted(url, payload))
        .put("/v1/endpoints/" + id)
        .then();
  }

  private static ValidatableResponse endpoint(
      String id, Receiver receiver, String payload, String more) {
    return Operator.put(
            "/v1/endpoints/%s?subscriberId=chats".formatted(id),
            "{\"url\":\"%s\",\"secret\":\"%s\",\"payload\":\"%s\",\"proven\":true%s}"
                .formatted(receiver.url(), Receiver.SECRET, payload, more))
        .then()
        .statusCode(201);
  }
}
