package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.launcher.receiver.CountingReceiver;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed while webhooks go out: none is lost, and what comes twice has the same id. */
class DeliveryKilledIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int ENDPOINTS = 20;
  // Ten events a second to twenty endpoints are 200 deliveries a second.
  private static final int EVENTS_A_SECOND = 10;
  private static final int EVENTS = Integer.getInteger("deficitwatch.kill.events", 300);
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(7);

  private static final int MOST_KILLS = 20;

  @TempDir Path directory;

  @Test
  void nothingIsLostThoughTheServiceTheDatabaseAndTheBrokerAreKilledUnderLoad() throws Exception {
    try (var receiver = new CountingReceiver();
        var alerting = new AlertingProcess(directory)) {
      // Given
      setUp(alerting, receiver);
      CompletableFuture<Void> load =
          CompletableFuture.runAsync(() -> alerting.publish(EVENTS, EVENTS_A_SECOND));

      // When
      long onTheirWay = 0;
      for (int kill = 1; kill <= 4 || (!load.isDone() && kill <= MOST_KILLS); kill++) {
        awaitWebhooks(receiver, load);
        switch (kill) {
          case 2 -> onTheirWay += alerting.killDatabase();
          case 3 -> alerting.restartKafka();
          default -> onTheirWay += alerting.killService();
        }
      }
      load.join();

      // Then
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> assertThat(receiver.distinct()).isEqualTo((long) EVENTS * ENDPOINTS));
      assertThat(receiver.unverified()).isZero();
      assertThat(receiver.changed()).as("bodies that came twice, and different").isEmpty();
      assertThat(receiver.repeated())
          .as("no more than were on their way")
          .isLessThanOrEqualTo(onTheirWay);
      // Each message once to each endpoint, by the account of the service as well
      JsonNode feed = alerting.get("/v1/feed?subscriberId=load&limit=1000");
      assertThat(feed.path("items")).hasSize(EVENTS);
      assertThat(stream(feed).map(item -> item.path("webhookId").asText()).distinct())
          .hasSize(EVENTS)
          .allMatch(id -> receiver.endpointsOf(id) == ENDPOINTS);
    }
  }

  /** A kill is to strike while webhooks go out, however long the one before took to get over. */
  private static void awaitWebhooks(CountingReceiver receiver, CompletableFuture<Void> load) {
    long before = receiver.distinct();
    await()
        .pollDelay(BETWEEN_KILLS)
        .atMost(PATIENCE)
        .until(() -> receiver.distinct() > before || load.isDone());
  }

  private static Stream<JsonNode> stream(JsonNode feed) {
    return IntStream.range(0, feed.path("items").size()).mapToObj(i -> feed.path("items").get(i));
  }

  private static void setUp(AlertingProcess alerting, CountingReceiver receiver) throws Exception {
    put(alerting, "/v1/subscribers/load", "{\"name\":\"Load\"}");
    for (int i = 0; i < ENDPOINTS; i++) {
      put(
          alerting,
          "/v1/endpoints/e%d?subscriberId=load".formatted(i),
          "{\"url\":\"%s/e%d\",\"secret\":\"%s\",\"proven\":true}"
              .formatted(receiver.url(), i, CountingReceiver.SECRET));
    }
    for (int i = 0; i < EVENTS; i++) {
      put(
          alerting,
          "/v1/rules/r%d?subscriberId=load".formatted(i),
          """
          {"name":"Below","severity":"critical","indicator":"LOAD-%d","refArea":"JP","freq":"A",
           "condition":{"type":"CROSSES_BELOW","threshold":
             {"type":"FROZEN","value":-6650600000000,"unit":"JPY","label":"2024"}}}"""
              .formatted(i));
    }
  }

  private static void put(AlertingProcess alerting, String path, String body) throws Exception {
    HttpResponse<byte[]> answer = alerting.put(path, body);
    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(201);
  }
}
