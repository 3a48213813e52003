package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of alerts when their owner changes the rule. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RuleChangeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
  void anotherConditionBeginsAnewAndCorrectsNothingOfTheFormer() {
    // Given
    Store store = raise("changer", "CHANGED");

    // When
    put("changer", "CHANGED", "A rule", "-6900000000000").then().statusCode(200);
    requireNoneFires("changer");
    publish(store, "c2", "2025-04-29", "2024", "-71000");
    publish(store, "c3", "2026-02-09", "2025", "-72000");

    // Then
    awaitTold("RAISED 2024", "RAISED 2025");
    Operator.get("/v1/alerts?subscriberId=changer&state=FIRING").then().body("alerts", hasSize(1));
  }

  @Test
  void anotherNameOrWayToWriteTheLimitChangesNothing() {
    Store store = raise("renamer", "RENAMED");

    put("renamer", "RENAMED", "Another name", "-66506.0e8").then().statusCode(200);
    Operator.get("/v1/alerts?subscriberId=renamer&state=FIRING").then().body("alerts", hasSize(1));
    publish(store, "n2", "2025-04-29", "2024", "-71000");

    awaitTold("CORRECTED 2024", "RAISED 2024");
  }

  @Test
  void aRuleThatIsDeletedFiresNoMore() {
    Store store = raise("deleter", "DELETED");

    Operator.request().delete("/v1/rules/rule?subscriberId=deleter").then().statusCode(204);
    requireNoneFires("deleter");
    put("deleter", "DELETED", "A rule", "-6650600000000").then().statusCode(201);
    publish(store, "d2", "2026-02-09", "2025", "-72000");

    awaitTold("RAISED 2024", "RAISED 2025");
  }

  private Store raise(String subscriber, String indicator) {
    Operator.subscribe(subscriber, receiver);
    put(subscriber, indicator, "A rule", "-6650600000000").then().statusCode(201);
    Store store = Store.of(indicator, Frequency.A);
    publish(store, "first", "2025-02-09", "2024", "-70000");
    awaitTold("RAISED 2024");
    return store;
  }

  private void publish(Store store, String id, String day, String period, String value) {
    store.release(id, day, Map.of(period, value)).forEach(indicators::publish);
  }

  private static io.restassured.response.Response put(
      String subscriber, String indicator, String name, String limit) {
    return Operator.put(
        "/v1/rules/rule?subscriberId=" + subscriber,
        """
        {"name":"%s","severity":"critical","indicator":"%s","refArea":"JP","freq":"A",
         "condition":{"type":"CROSSES_BELOW",
           "threshold":{"type":"FROZEN","value":%s,"unit":"JPY","label":"%s"}}}"""
            .formatted(name, indicator, limit, name));
  }

  private static void requireNoneFires(String subscriber) {
    Operator.get("/v1/alerts?state=FIRING&subscriberId=" + subscriber)
        .then()
        .body("alerts", emptyIterable());
    String ended =
        Operator.get("/v1/alerts?state=RESOLVED&subscriberId=" + subscriber)
            .then()
            .body("alerts", hasSize(1))
            .extract()
            .path("alerts[0].id");
    Operator.get("/v1/alerts/" + ended)
        .then()
        .body("history.transition", contains("RAISED", "ENDED"))
        .body("history.announced", contains(true, false))
        .body("history[1].figure.period", equalTo("2024"));
  }

  private void awaitTold(String... story) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(receiver.told()).containsExactly(story));
  }
}
