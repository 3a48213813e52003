package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** One bad receiver harms nobody. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class IsolationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ALERTS = 20;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void aReceiverThatHangsKeepsNobodyWaiting() throws IOException {
    try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var receiver = new Receiver();
        var indicators = new IndicatorsTopic(bootstrapServers)) {
      // Given
      Operator.put("/v1/subscribers/hanging", "{\"name\":\"Hangs\"}").then().statusCode(201);
      Operator.put(
              "/v1/endpoints/desk?subscriberId=hanging",
              "{\"url\":\"http://127.0.0.1:%d/\"}".formatted(hanging.getLocalPort()))
          .then()
          .statusCode(201);
      Operator.subscribe("healthy", receiver);
      for (int i = 0; i < ALERTS; i++) {
        Operator.watch("hanging", "rule-" + i, "ISOLATION", "{\"type\":\"NEW_RECORD\"}");
        Operator.watch("healthy", "rule-" + i, "ISOLATION", "{\"type\":\"NEW_RECORD\"}");
      }

      // When
      Store.of("ISOLATION", Frequency.A)
          .release("i1", "2025-02-09", Map.of("2023", "-55360", "2024", "-66506"))
          .forEach(indicators::publish);

      // Then: while every request to the other one is still waiting or timing out
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.told()).hasSize(ALERTS));
      Operator.get("/v1/deliveries?subscriberId=hanging&state=WAITING")
          .then()
          .body("deliveries", hasSize(ALERTS));
      Operator.request().delete("/v1/endpoints/desk?subscriberId=hanging").then().statusCode(204);
    }
  }
}
