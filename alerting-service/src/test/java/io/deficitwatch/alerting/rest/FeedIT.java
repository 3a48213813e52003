package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class FeedIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  @Inject DeliveryStore deliveries;

  @Test
  void showsEveryMessageOnceAndInItsOrderAlsoWithoutAnEndpoint() {
    subscriber("reader");
    enqueue("reader", 0, 3);

    awaitItems("reader", "", List.of("msg_reader0", "msg_reader1", "msg_reader2"));
    String next =
        feed("reader", "&limit=2")
            .body("items.webhookId", contains("msg_reader0", "msg_reader1"))
            .body("items[0].body.value", equalTo(1.50f))
            .body("items[0].type", equalTo("a.type.v1"))
            .extract()
            .path("next");
    String last =
        feed("reader", "&after=" + next)
            .body("items.webhookId", contains("msg_reader2"))
            .extract()
            .path("next");
    feed("reader", "&after=" + last).body("items", emptyIterable()).body("next", equalTo(last));
    assertThat(feed("reader", "").extract().asString()).contains("{\"value\":1.50}");
  }

  /** Or a reader that went past it would never see it. */
  @Test
  void keepsBackWhatLiesBehindATransactionUnderWay() throws SQLException {
    subscriber("overtaken");
    try (Connection slow = DriverManager.getConnection(database, "service", "service");
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute(
          """
          insert into message (id, event_id, subscriber_id, type, body, created_at)
          values ('msg_slow', 'slow', 'overtaken', 'a.type.v1', '{}', now())
          """);
      enqueue("overtaken", 0, 1);
      feed("overtaken", "").body("items", emptyIterable());
      slow.commit();
    }

    awaitItems("overtaken", "", List.of("msg_slow", "msg_overtaken0"));
  }

  @Test
  void streamsWhatIsThereAndWhatComesAndGoesOnAfterTheLastEvent() throws Exception {
    subscriber("streaming");
    enqueue("streaming", 0, 2);
    try (HttpClient client = HttpClient.newHttpClient()) {
      List<String> ids = new ArrayList<>();
      try (InputStream body = open(client, "");
          var lines = new Scanner(body)) {
        ids.add(nextId(lines));
        enqueue("streaming", 2, 1);
        ids.add(nextId(lines));
        ids.add(nextId(lines));
      }
      try (InputStream body = open(client, ids.get(1));
          var lines = new Scanner(body)) {
        assertThat(nextId(lines)).isEqualTo(ids.get(2));
      }
      assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo(FeedIT::byNumber);
    }
  }

  @Test
  void nobodyOpensStreamsWithoutEnd() throws Exception {
    subscriber("greedy");
    List<InputStream> open = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < 4; i++) {
        HttpResponse<InputStream> answer = request(client, "greedy", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        open.add(answer.body());
      }
      assertThat(request(client, "greedy", "").statusCode()).isEqualTo(429);
      for (InputStream body : open) {
        body.close();
      }
      // A stream that is gone is noticed at the next sign of life.
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                HttpResponse<InputStream> answer = request(client, "greedy", "");
                answer.body().close();
                assertThat(answer.statusCode()).isEqualTo(200);
              });
    }
  }

  /** A reader that goes on from before what is kept would believe that nothing is missing. */
  @Test
  void aCursorFromBeforeWhatIsKeptIsRefused() {
    subscriber("forgetful");
    Instant old = Instant.parse("2001-01-01T00:00:00Z");
    deliveries.enqueue(
        IntStream.range(0, 3)
            .mapToObj(i -> "forgetful-old" + i)
            .map(id -> new Message("msg_" + id, id, "forgetful", "a.type.v1", "{}"))
            .toList(),
        old);
    awaitItems(
        "forgetful", "", List.of("msg_forgetful-old0", "msg_forgetful-old1", "msg_forgetful-old2"));
    String first = feed("forgetful", "&limit=1").extract().path("next");
    String last = feed("forgetful", "").extract().path("next");
    assertThat(deliveries.forget(old.plusSeconds(1), 100)).isPositive();
    enqueue("forgetful", 0, 1);

    String after = "/v1/feed?subscriberId=forgetful&after=" + first;
    Operator.get(after).then().statusCode(410).body("type", containsString("cursor-expired"));
    Operator.get("/v1/feed/stream?subscriberId=forgetful&after=" + first).then().statusCode(410);
    awaitItems("forgetful", "&after=" + last, List.of("msg_forgetful0"));
    awaitItems("forgetful", "", List.of("msg_forgetful0"));
  }

  @Test
  void everyFaultIsNamed() {
    subscriber("feed-faults");
    Operator.get("/v1/feed?subscriberId=feed-faults&after=x&limit=0")
        .then()
        .statusCode(400)
        .body("faults.pointer", hasItems("after", "limit"));
    Operator.get("/v1/feed/stream?subscriberId=feed-faults&after=x").then().statusCode(400);
    Operator.get("/v1/feed").then().statusCode(400);
  }

  private static int byNumber(String one, String other) {
    return Long.compare(Long.parseLong(one), Long.parseLong(other));
  }

  private InputStream open(HttpClient client, String lastEventId) throws Exception {
    HttpResponse<InputStream> answer = request(client, "streaming", lastEventId);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<InputStream> request(
      HttpClient client, String subscriber, String lastEventId) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/v1/feed/stream?subscriberId=%s"
                        .formatted(RestAssured.port, subscriber)))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer operator-token-of-the-tests");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private static String nextId(Scanner lines) {
    while (true) {
      String line = lines.nextLine();
      if (line.startsWith("id:")) {
        return line.substring("id:".length()).strip();
      }
    }
  }

  private static void subscriber(String id) {
    Operator.put("/v1/subscribers/" + id, "{\"name\":\"x\"}").then().statusCode(201);
  }

  private void enqueue(String subscriber, int from, int count) {
    deliveries.enqueue(
        IntStream.range(from, from + count)
            .mapToObj(i -> subscriber + i)
            .map(id -> new Message("msg_" + id, id, subscriber, "a.type.v1", "{\"value\":1.50}"))
            .toList(),
        Instant.now());
  }

  private static ValidatableResponse feed(String subscriber, String parameters) {
    return Operator.get("/v1/feed?subscriberId=%s%s".formatted(subscriber, parameters))
        .then()
        .statusCode(200);
  }

  // Other tests' transactions hold the feed up for moments.
  private static void awaitItems(String subscriber, String parameters, List<String> ids) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> feed(subscriber, parameters).body("items.webhookId", equalTo(ids)));
  }
}
