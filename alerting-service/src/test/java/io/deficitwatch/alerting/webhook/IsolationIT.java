package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
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

  @Inject DeliveryStore deliveries;
  @Inject DataSource database;

  @Test
  void aReceiverThatHangsKeepsNobodyWaiting() throws IOException {
    try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var receiver = new Receiver();
        var indicators = new IndicatorsTopic(bootstrapServers)) {
      // Given
      Operator.put("/v1/subscribers/hanging", "{\"name\":\"Hangs\"}").then().statusCode(201);
      Operator.put(
              "/v1/endpoints/desk?subscriberId=hanging",
              "{\"url\":\"http://127.0.0.1:%d/\",\"proven\":true}"
                  .formatted(hanging.getLocalPort()))
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

  /** More requests than there are places at one time: they give theirs up. */
  @Test
  void hundredsOfReceiversThatHangKeepNobodyWaiting() throws IOException {
    try (var hanging = new HostileServer(HostileServer.silentAfter(""));
        var receiver = new Receiver()) {
      // Given
      Operator.put("/v1/subscribers/multitude", "{\"name\":\"Crowd\"}").then().statusCode(201);
      for (int i = 0; i < 300; i++) {
        Operator.put(
            "/v1/endpoints/hangs-%d?subscriberId=multitude".formatted(i),
            "{\"url\":\"http://127.0.0.1:%d/\",\"proven\":true}".formatted(hanging.port()));
      }
      Operator.subscribe("apart", receiver);
      deliveries.enqueue(messages("multitude", 4), Instant.now());
      await().atMost(PATIENCE).until(() -> hanging.open() > 256);

      // When
      deliveries.enqueue(messages("apart", ALERTS), Instant.now());

      // Then
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.requests()).hasSize(ALERTS));
      assertThat(hanging.connections()).isLessThan(1200);
      for (int i = 0; i < 300; i++) {
        Operator.request().delete("/v1/endpoints/hangs-%d?subscriberId=multitude".formatted(i));
      }
    }
  }

  @Test
  void noTransactionIsOpenWhileARequestIsOnItsWay() throws Exception {
    try (var hanging = new HostileServer(HostileServer.silentAfter(""))) {
      Operator.put("/v1/subscribers/slowly", "{\"name\":\"x\"}");
      Operator.put(
          "/v1/endpoints/desk?subscriberId=slowly",
          "{\"url\":\"http://127.0.0.1:%d/\",\"proven\":true}".formatted(hanging.port()));
      deliveries.enqueue(messages("slowly", 4), Instant.now());
      await().atMost(PATIENCE).until(() -> hanging.open() == 4);

      // One that claims or notes for a moment is idle a moment later.
      await().atMost(PATIENCE).until(() -> hanging.open() > 0 && openTransactions() == 0);
      Operator.request().delete("/v1/endpoints/desk?subscriberId=slowly");
    }
  }

  private int openTransactions() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and state like 'idle in transaction%'
                """)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static List<Message> messages(String subscriber, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> subscriber + i)
        .map(id -> new Message("msg_" + id, id, subscriber, "a.type.v1", "{}"))
        .toList();
  }
}
