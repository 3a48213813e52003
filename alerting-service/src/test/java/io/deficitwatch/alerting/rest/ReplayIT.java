package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.delivery.Replay;
import io.deficitwatch.alerting.delivery.ReplayStore;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ReplayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");
  private static final int ATTEMPTS = 4;

  @Inject DeliveryStore deliveries;
  @Inject ReplayStore replays;

  @Test
  void oneThatWasGivenUpIsSentAgainUnderItsIdWithTheWholeSchedule() {
    try (var receiver = new Receiver()) {
      // Given: one attempt more than the schedule of these tests has
      receiver.answer(number -> number <= ATTEMPTS ? 500 : 204, Map.of());
      Operator.subscribe("once-more", receiver);
      enqueue("once-more", 1, Instant.now());
      String id = awaitState("once-more", "EXHAUSTED", 1);

      // When
      Operator.request()
          .post("/v1/deliveries/" + id + "/replay")
          .then()
          .statusCode(202)
          .body("id", equalTo(id));

      // Then
      awaitState("once-more", "DELIVERED", 1);
      assertThat(receiver.requests())
          .hasSize(ATTEMPTS + 2)
          .extracting(Receiver.Request::id)
          .containsOnly("msg_once-more0");
      Operator.get("/v1/deliveries/" + id)
          .then()
          .body("attempts", equalTo(ATTEMPTS + 2))
          .body("log.number", equalTo(List.of(1, 2, 3, 4, 5, 6)));
    }
  }

  @Test
  void whatWasMissedComesInItsOrderAfterADryRunHasCountedIt() {
    try (var receiver = new Receiver()) {
      // Given
      Operator.put("/v1/subscribers/late", "{\"name\":\"x\"}");
      enqueue("late", 5, Instant.now());
      Operator.put(
          "/v1/endpoints/desk?subscriberId=late",
          "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(receiver.url(), Receiver.SECRET));
      String missed = "{\"scope\":\"MISSED\",\"since\":\"2025-01-01T00:00:00Z\",\"dryRun\":%s}";

      // When
      post("late", missed.formatted("true")).statusCode(200).body("total", equalTo(5));
      assertThat(receiver.requests()).isEmpty();
      String replay =
          post("late", missed.formatted("false"))
              .statusCode(202)
              .body("total", equalTo(5))
              .extract()
              .path("id");

      // Then
      awaitState("late", "DELIVERED", 5);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  Operator.get("/v1/endpoints/desk/replays/%s?subscriberId=late".formatted(replay))
                      .then()
                      .body("state", equalTo("DONE"))
                      .body("replayed", equalTo(5))
                      .body("endedAt", notNullValue()));
      assertThat(receiver.requests()).allMatch(Receiver.Request::verified).hasSize(5);
      post("late", missed.formatted("true")).body("total", equalTo(0));
      Operator.get("/v1/endpoints/desk/replays?subscriberId=late")
          .then()
          .body("replays", hasSize(1));
    }
  }

  /** Every step commits how far it has come: what a new process reads is what the old one left. */
  @Test
  void goesOnStepByStepAtItsRateAndSendsNothingTwice() {
    EndpointId endpoint = endpoint("stepwise");
    enqueueWithout("stepwise", 3, LATER.minusSeconds(60));
    Replay begun = begin(endpoint, Replay.Scope.MISSED, 60);

    assertThat(begun.progress().total()).isEqualTo(3);
    assertThat(replays.begin(endpoint, begun.order(), LATER)).isEmpty();
    assertThat(replays.advance(LATER)).isEqualTo(1);
    assertThat(replays.advance(LATER.plusMillis(999))).isZero();
    assertThat(replays.advance(LATER.plusSeconds(1))).isEqualTo(1);
    assertThat(replays.advance(LATER.plusSeconds(2))).isEqualTo(1);
    assertThat(replays.advance(LATER.plusSeconds(3))).isZero();
    assertThat(replays.find(endpoint, begun.number()).orElseThrow().progress())
        .satisfies(
            progress -> {
              assertThat(progress.state()).isEqualTo(Replay.State.DONE);
              assertThat(progress.replayed()).isEqualTo(3);
            });
    Operator.get("/v1/deliveries?subscriberId=stepwise").then().body("deliveries", hasSize(3));
  }

  @Test
  void restsWhileItsEndpointDoesAndEndsWhenItIsCancelled() {
    EndpointId endpoint = endpoint("cancelled");
    enqueueWithout("cancelled", 3, LATER.minusSeconds(60));
    Replay begun = begin(endpoint, Replay.Scope.ALL, 60);
    Operator.request().post("/v1/endpoints/desk/pause?subscriberId=cancelled");
    assertThat(replays.advance(LATER)).isZero();
    Operator.request().post("/v1/endpoints/desk/resume?subscriberId=cancelled");
    assertThat(replays.advance(LATER)).isEqualTo(1);

    Operator.request()
        .delete("/v1/endpoints/desk/replays/%d?subscriberId=cancelled".formatted(begun.number()))
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("replayed", equalTo(1));

    assertThat(replays.advance(LATER.plusSeconds(60))).isZero();
  }

  @Test
  void everyFaultOfAReplayIsNamedAndOthersThingsAreNotThere() {
    endpoint("faulty-replay");
    post("faulty-replay", "{\"scope\":\"SOME\",\"since\":\"yesterday\",\"perMinute\":0}")
        .statusCode(400)
        .body("faults.pointer", hasItems("/scope", "/since", "/perMinute"));
    post("faulty-replay", "{}")
        .statusCode(400)
        .body("faults.pointer", hasItems("/scope", "/since"));
    Operator.get("/v1/endpoints/desk/replays/1?subscriberId=faulty-replay").then().statusCode(404);
    Operator.get("/v1/endpoints/none/replays?subscriberId=faulty-replay").then().statusCode(404);
    Operator.request()
        .post("/v1/deliveries/1/replay?subscriberId=faulty-replay")
        .then()
        .statusCode(404);
  }

  private Replay begin(EndpointId endpoint, Replay.Scope scope, int perMinute) {
    Optional<Replay> begun =
        replays.begin(
            endpoint,
            new Replay.Order(scope, LATER.minusSeconds(3600), LATER, perMinute, false),
            LATER);
    return begun.orElseThrow();
  }

  private static EndpointId endpoint(String subscriber) {
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\"}").then().statusCode(201);
    Operator.put(
            "/v1/endpoints/desk?subscriberId=" + subscriber,
            "{\"url\":\"http://127.0.0.1:9/\",\"proven\":true}")
        .then()
        .statusCode(201);
    return new EndpointId(subscriber, "desk");
  }

  private void enqueue(String subscriber, int count, Instant moment) {
    deliveries.enqueue(
        IntStream.range(0, count).mapToObj(i -> message(subscriber, i)).toList(), moment);
  }

  /** Messages that the endpoint has no deliveries of, as if it had been made later. */
  private void enqueueWithout(String subscriber, int count, Instant moment) {
    Operator.request().delete("/v1/endpoints/desk?subscriberId=" + subscriber);
    enqueue(subscriber, count, moment);
    Operator.put(
            "/v1/endpoints/desk?subscriberId=" + subscriber,
            "{\"url\":\"http://127.0.0.1:9/\",\"proven\":true}")
        .then()
        .statusCode(201);
  }

  private static Message message(String subscriber, int number) {
    String id = subscriber + number;
    return new Message("msg_" + id, id, subscriber, "a.type.v1", "{}");
  }

  private static ValidatableResponse post(String subscriber, String body) {
    return Operator.request()
        .body(body)
        .post("/v1/endpoints/desk/replays?subscriberId=" + subscriber)
        .then();
  }

  private static String awaitState(String subscriber, String state, int count) {
    String path = "/v1/deliveries?subscriberId=%s&state=%s".formatted(subscriber, state);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> Operator.get(path).then().body("deliveries", hasSize(count)));
    return Operator.get(path).then().extract().path("deliveries[0].id");
  }
}
