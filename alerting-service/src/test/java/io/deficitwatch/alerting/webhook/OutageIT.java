package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The database goes away while webhooks are on their way. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class OutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @Inject DeliveryStore deliveries;
  @Nullable KafkaAndPostgres injected;

  @Test
  void whatArrivedWhileTheDatabaseWasAwayIsNotSentAgain() {
    KafkaAndPostgres servers = Objects.requireNonNull(injected);
    CountDownLatch answers = new CountDownLatch(1);
    try (Receiver receiver = new Receiver()) {
      // Given
      receiver.answer(_ -> after(answers), Map.of());
      Operator.subscribe("outage", receiver);
      deliveries.enqueue(List.of(message("outage1")), Instant.now());
      await().atMost(PATIENCE).until(() -> receiver.requests().size() == 1);

      // When: for longer than a lease of these tests, which is four seconds
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(servers::stopPostgres);
      await().pollInterval(Duration.ofMillis(20)).until(this::databaseIsAway);
      answers.countDown();
      stopped.join();
      Instant leaseEnds = Instant.now().plusSeconds(5);
      await().atMost(PATIENCE).until(() -> Instant.now().isAfter(leaseEnds));
      servers.startPostgres();

      // Then
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  Operator.get("/v1/deliveries?subscriberId=outage&state=DELIVERED")
                      .then()
                      .body("deliveries", hasSize(1)));
      deliveries.enqueue(List.of(message("outage2")), Instant.now());
      await().atMost(PATIENCE).until(() -> receiver.requests().size() >= 2);
      assertThat(receiver.requests())
          .extracting(Receiver.Request::id)
          .containsExactly("msg_outage1", "msg_outage2");
    }
  }

  private boolean databaseIsAway() {
    try (Connection _ = DriverManager.getConnection(url, "service", "service")) {
      return false;
    } catch (SQLException _) {
      return true;
    }
  }

  private static int after(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return 204;
  }

  private static Message message(String id) {
    return new Message("msg_" + id, id, "outage", "a.type.v1", "{}");
  }
}
