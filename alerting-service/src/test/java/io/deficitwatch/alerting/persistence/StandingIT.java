package io.deficitwatch.alerting.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.deficitwatch.alerting.delivery.AttemptOutcome;
import io.deficitwatch.alerting.delivery.AttemptTrace;
import io.deficitwatch.alerting.delivery.AttemptedDelivery;
import io.deficitwatch.alerting.delivery.DeliveryAttempt;
import io.deficitwatch.alerting.delivery.DeliveryReader;
import io.deficitwatch.alerting.delivery.DeliveryReader.DeliveryQuery;
import io.deficitwatch.alerting.delivery.DeliveryState;
import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.DeliveryStore.Claim;
import io.deficitwatch.alerting.delivery.DisabledEndpoint;
import io.deficitwatch.alerting.delivery.DueDelivery;
import io.deficitwatch.alerting.delivery.FailureReason;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.delivery.NoteAttempts;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.subscription.DisabledReason;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.eventing.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What failures and their owners do to endpoints. Times lie where the running loop finds none. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class StandingIT {
  private static final Instant LATER =
      Instant.now().plus(Duration.ofDays(800)).truncatedTo(ChronoUnit.SECONDS);
  private static final Duration LEASE = Duration.ofSeconds(30);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  @Inject DeliveryStore deliveries;
  @Inject DeliveryReader reader;
  @Inject NoteAttempts noteAttempts;

  @Test
  void fiveDaysOfFailuresInARowDisableAndTheOwnerIsToldEverywhere() {
    // Given
    subscribe("broken", "desk", 1);
    Operator.put(
        "/v1/endpoints/other?subscriberId=broken",
        "{\"url\":\"http://127.0.0.1:9/\",\"proven\":true}");
    fail("broken", Duration.ZERO);
    fail("broken", Duration.ofDays(2));
    fail("broken", Duration.ofDays(4));

    // When
    List<DisabledEndpoint> early = fail("broken", Duration.ofDays(5).minusSeconds(1));
    List<DisabledEndpoint> disabled = fail("broken", Duration.ofDays(5));

    // Then
    assertThat(early).isEmpty();
    assertThat(disabled)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.reason()).isEqualTo(DisabledReason.FAILING);
              assertThat(one.failingSince()).isEqualTo(LATER);
            });
    Operator.get("/v1/endpoints/desk?subscriberId=broken")
        .then()
        .body("state", equalTo("DISABLED"))
        .body("disabled.reason", equalTo("FAILING"))
        .body("disabled.at", notNullValue())
        .body("failingSince", notNullValue());
    assertThat(list("broken"))
        .filteredOn(delivery -> delivery.type().equals("io.deficitwatch.endpoint.disabled.v1"))
        .extracting(delivery -> delivery.endpoint().id())
        .containsExactlyInAnyOrder("desk", "other");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(TopicReader.readAll(brokers, Topics.OPERATIONS))
                    .filteredOn(record -> record.key().equals("broken"))
                    .singleElement()
                    .extracting(record -> TopicReader.header(record, "ce_type"))
                    .isEqualTo("io.deficitwatch.endpoint.disabled.v1"));
    assertThat(list("broken"))
        .filteredOn(delivery -> delivery.messageId().equals("msg_broken0"))
        .filteredOn(delivery -> delivery.endpoint().id().equals("desk"))
        .allMatch(delivery -> delivery.progress().state() == DeliveryState.WAITING);
  }

  @Test
  void oneSuccessBeginsTheCountAnew() {
    subscribe("recovering", "desk", 1);
    fail("recovering", Duration.ZERO);
    fail("recovering", Duration.ofDays(2));
    note(
        claim("recovering", Duration.ofDays(3)),
        new AttemptOutcome.Delivered(),
        DeliveryState.DELIVERED,
        Duration.ofDays(3));
    Operator.get("/v1/endpoints/desk?subscriberId=recovering")
        .then()
        .body("failingSince", nullValue());
    deliveries.enqueue(List.of(message("recovering", 1)), LATER.plus(Duration.ofDays(4)));
    fail("recovering", Duration.ofDays(4));

    assertThat(fail("recovering", Duration.ofDays(6))).isEmpty();
  }

  @Test
  void failuresAMonthApartAreNoRow() {
    subscribe("monthly", "desk", 1);
    fail("monthly", Duration.ZERO);

    assertThat(fail("monthly", Duration.ofDays(30))).isEmpty();
    Operator.get("/v1/endpoints/desk?subscriberId=monthly").then().body("state", equalTo("ACTIVE"));
  }

  @Test
  void whatHappensWhilePausedIsRecordedAndSentWhenItIsResumed() {
    // Given
    subscribe("resting", "desk", 0);
    Operator.request()
        .post("/v1/endpoints/desk/pause?subscriberId=resting")
        .then()
        .statusCode(200)
        .body("state", equalTo("PAUSED"));
    deliveries.enqueue(List.of(message("resting", 0)), LATER);

    // Then
    assertThat(claimed("resting", Duration.ofDays(1))).isEmpty();
    assertThat(list("resting")).hasSize(1);

    // When
    Operator.request()
        .post("/v1/endpoints/desk/resume?subscriberId=resting")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"));

    // Then
    assertThat(claimed("resting", Duration.ofDays(1))).hasSize(1);
  }

  @Test
  void onlyItsOwnerPausesIt() {
    Operator.put("/v1/subscribers/owner", "{\"name\":\"x\"}");
    for (String change : List.of("pause", "resume")) {
      Operator.request()
          .post("/v1/endpoints/nothing/%s?subscriberId=owner".formatted(change))
          .then()
          .statusCode(404);
    }
  }

  @Test
  void aResumedEndpointThatWasDisabledStartsWithACleanSheet() {
    subscribe("again", "desk", 1);
    note(
        claim("again", Duration.ZERO),
        new AttemptOutcome.Gone(),
        DeliveryState.ABANDONED,
        Duration.ZERO);
    Operator.get("/v1/endpoints?subscriberId=again")
        .then()
        .body("endpoints", hasSize(1))
        .body("endpoints.disabled.reason", contains("GONE"));

    Operator.request()
        .post("/v1/endpoints/desk/resume?subscriberId=again")
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("disabled", nullValue())
        .body("failingSince", nullValue());
  }

  private void subscribe(String subscriber, String endpoint, int messages) {
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\"}").then().statusCode(201);
    Operator.put(
            "/v1/endpoints/%s?subscriberId=%s".formatted(endpoint, subscriber),
            "{\"url\":\"http://127.0.0.1:9/\",\"proven\":true}")
        .then()
        .statusCode(201);
    for (int i = 0; i < messages; i++) {
      deliveries.enqueue(List.of(message(subscriber, i)), LATER);
    }
  }

  private static Message message(String subscriber, int number) {
    String id = subscriber + number;
    return new Message("msg_" + id, id, subscriber, "io.deficitwatch.alert.raised.v1", "{}");
  }

  private List<DisabledEndpoint> fail(String subscriber, Duration after) {
    return note(
        claim(subscriber, after),
        new AttemptOutcome.Retryable(FailureReason.TIMEOUT, Optional.empty()),
        DeliveryState.WAITING,
        after);
  }

  private List<DisabledEndpoint> note(
      DueDelivery due, AttemptOutcome outcome, DeliveryState state, Duration after) {
    Instant startedAt = LATER.plus(after);
    return noteAttempts.note(
        List.of(
            new AttemptedDelivery(
                due,
                new DeliveryAttempt(
                    due.attempt(),
                    startedAt,
                    Duration.ofMillis(5),
                    outcome,
                    Optional.empty(),
                    AttemptTrace.NONE),
                state,
                Optional.of(startedAt).filter(_ -> state == DeliveryState.WAITING))));
  }

  private DueDelivery claim(String subscriber, Duration after) {
    return claimed(subscriber, after).getFirst();
  }

  private List<DueDelivery> claimed(String subscriber, Duration after) {
    return deliveries
        .claim(new Claim(10_000, 10_000, 4, Map.of(), LATER.plus(after), LEASE))
        .stream()
        .filter(delivery -> delivery.message().id().startsWith("msg_" + subscriber))
        .toList();
  }

  private List<DeliveryReader.Delivery> list(String subscriber) {
    return reader.list(
        new DeliveryQuery(
            Optional.of(subscriber), Optional.empty(), Optional.empty(), Optional.empty(), 10));
  }
}
