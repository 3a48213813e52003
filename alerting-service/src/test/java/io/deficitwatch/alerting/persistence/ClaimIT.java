package io.deficitwatch.alerting.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.delivery.AttemptOutcome;
import io.deficitwatch.alerting.delivery.AttemptTrace;
import io.deficitwatch.alerting.delivery.AttemptedDelivery;
import io.deficitwatch.alerting.delivery.DeliveryAttempt;
import io.deficitwatch.alerting.delivery.DeliveryReader;
import io.deficitwatch.alerting.delivery.DeliveryReader.DeliveryQuery;
import io.deficitwatch.alerting.delivery.DeliveryState;
import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.DeliveryStore.Claim;
import io.deficitwatch.alerting.delivery.DueDelivery;
import io.deficitwatch.alerting.delivery.FailurePolicy;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Claims far in the future, where the running loop finds nothing due. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ClaimIT {
  private static final Instant LATER = Instant.now().plus(Duration.ofDays(400));
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final FailurePolicy POLICY =
      new FailurePolicy(Duration.ofDays(5), Duration.ofDays(2));

  @Inject DeliveryStore deliveries;
  @Inject DeliveryReader reader;

  @Test
  void aClaimIsALeaseAndItsResultIsTakenOnce() {
    // Given
    enqueue("leaser", 1, LATER);

    // When
    DueDelivery first = claimOf("leaser", LATER, Map.of()).getFirst();
    List<DueDelivery> meanwhile = claimOf("leaser", LATER.plus(LEASE).minusMillis(1), Map.of());
    DueDelivery second = claimOf("leaser", LATER.plus(LEASE), Map.of()).getFirst();
    note(List.of(attempted(first)));
    DeliveryState afterTheDead = stateOf("leaser");
    note(List.of(attempted(second)));

    // Then
    assertThat(meanwhile).isEmpty();
    assertThat(second.message().id()).isEqualTo(first.message().id());
    assertThat(afterTheDead).isEqualTo(DeliveryState.WAITING);
    assertThat(stateOf("leaser")).isEqualTo(DeliveryState.DELIVERED);
    assertThat(reader.listAttempts(second.number())).hasSize(1);
  }

  @Test
  void noEndpointGetsMoreThanItsShare() {
    enqueue("crowd", 10, LATER.plusSeconds(1000));

    List<DueDelivery> first = claimOf("crowd", LATER.plusSeconds(1000), Map.of());
    long endpoint = first.getFirst().target().endpoint();

    assertThat(first).hasSize(4);
    assertThat(claimOf("crowd", LATER.plusSeconds(1000), Map.of(endpoint, 1))).hasSize(1);
    assertThat(claimOf("crowd", LATER.plusSeconds(1000), Map.of(endpoint, 0))).isEmpty();
  }

  @Test
  void theOldestOfEveryEndpointComesBeforeTheSecondOfAny() {
    Instant moment = LATER.plusSeconds(2000);
    enqueue("long-queue", 4, moment.minusSeconds(10));
    enqueue("short-queue", 1, moment);

    List<DueDelivery> claimed = deliveries.claim(new Claim(1000, 1000, 4, Map.of(), moment, LEASE));
    note(claimed.stream().map(ClaimIT::attempted).toList());
    enqueue("long-queue-again", 4, moment.minusSeconds(10));
    enqueue("short-queue-again", 1, moment);

    assertThat(deliveries.claim(new Claim(2, 2, 4, Map.of(), moment, LEASE)))
        .extracting(delivery -> delivery.message().id())
        .containsExactlyInAnyOrder("msg_long-queue-again0", "msg_short-queue-again0");
  }

  @Test
  void replicasThatClaimAtOneTimeGetEachDeliveryOnce() throws Exception {
    // Given
    Instant moment = LATER.plusSeconds(3000);
    for (int i = 0; i < 5; i++) {
      enqueue("replicated" + i + "-", 20, moment);
    }

    // When
    List<Long> claimed = new CopyOnWriteArrayList<>();
    List<Callable<Void>> replicas =
        IntStream.range(0, 4)
            .mapToObj(_ -> (Callable<Void>) () -> claimAll(moment, claimed))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Void> replica : threads.invokeAll(replicas)) {
        replica.get();
      }
    }

    // Then
    assertThat(claimed).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(100);
    assertThat(list("replicated3-"))
        .allMatch(delivery -> delivery.progress().state() == DeliveryState.DELIVERED);
  }

  private Void claimAll(Instant moment, List<Long> claimed) {
    int empty = 0;
    // Rows that another one holds for a moment are passed over: one look is not enough.
    while (empty < 20) {
      List<DueDelivery> batch = deliveries.claim(new Claim(7, 7, 4, Map.of(), moment, LEASE));
      empty = batch.isEmpty() ? empty + 1 : 0;
      batch.forEach(delivery -> claimed.add(delivery.number()));
      note(batch.stream().map(ClaimIT::attempted).toList());
    }
    return null;
  }

  @Test
  void whatWaitsForAReceiverThatIsGoneIsKeptAndNotOverdue() {
    Instant moment = LATER.plusSeconds(4000);
    enqueue("disabled", 2, Instant.now().plusSeconds(86_400));
    DueDelivery first = claimOf("disabled", moment, Map.of()).stream().findFirst().orElseThrow();
    note(List.of(attempted(first, new AttemptOutcome.Gone(), DeliveryState.ABANDONED)));

    assertThat(claimOf("disabled", moment.plus(LEASE), Map.of())).isEmpty();
    assertThat(list("disabled"))
        .extracting(delivery -> delivery.progress().state())
        .containsExactlyInAnyOrder(DeliveryState.WAITING, DeliveryState.ABANDONED);

    Operator.put(
            "/v1/endpoints/desk?subscriberId=disabled",
            "{\"url\":\"http://127.0.0.1:9/\",\"proven\":true}")
        .then()
        .statusCode(200);
    assertThat(claimOf("disabled", moment.plus(LEASE), Map.of())).hasSize(1);
  }

  @Test
  void aReceiverThatIsGoneDoesNotDisableTheOneThatTookItsPlace() {
    Instant moment = LATER.plusSeconds(5000);
    enqueue("replaced", 1, moment);
    DueDelivery toTheOldOne = claimOf("replaced", moment, Map.of()).getFirst();

    Operator.put(
            "/v1/endpoints/desk?subscriberId=replaced",
            "{\"url\":\"http://127.0.0.1:10/\",\"proven\":true}")
        .then()
        .statusCode(200);
    note(List.of(attempted(toTheOldOne, new AttemptOutcome.Gone(), DeliveryState.ABANDONED)));

    Operator.get("/v1/endpoints/desk?subscriberId=replaced")
        .then()
        .body("state", org.hamcrest.Matchers.equalTo("ACTIVE"));
  }

  @Test
  void anEndpointMayBeForgottenWhileARequestIsOnItsWay() {
    Instant moment = LATER.plusSeconds(6000);
    enqueue("forgotten", 1, moment);
    DueDelivery onItsWay = claimOf("forgotten", moment, Map.of()).getFirst();

    Operator.request().delete("/v1/endpoints/desk?subscriberId=forgotten").then().statusCode(204);
    note(List.of(attempted(onItsWay)));

    assertThat(list("forgotten")).isEmpty();
    assertThat(reader.listAttempts(onItsWay.number())).isEmpty();
  }

  @Test
  void whatEndedLongAgoIsForgottenAndWhatWaitsIsKept() {
    Instant moment = LATER.plusSeconds(7000);
    enqueue("old", 2, moment);
    DueDelivery ended =
        deliveries.claim(new Claim(1000, 1000, 1, Map.of(), moment, LEASE)).stream()
            .filter(delivery -> delivery.message().id().startsWith("msg_old"))
            .findFirst()
            .orElseThrow();
    note(List.of(attempted(ended)));

    assertThat(deliveries.forget(Instant.EPOCH, 10_000)).isZero();
    assertThat(deliveries.forget(LATER.plusSeconds(8000), 10_000)).isPositive();

    assertThat(list("old"))
        .extracting(delivery -> delivery.progress().state())
        .containsExactly(DeliveryState.WAITING);
    assertThat(reader.listAttempts(ended.number())).isEmpty();
    assertThat(deliveries.forget(LATER.plusSeconds(8000), 10_000)).isZero();
  }

  @Test
  void whatWaitsForAnEndpointThatIsOffIsForgottenAsWell() {
    Instant moment = LATER.plusSeconds(9000);
    enqueue("off", 1, moment);
    enqueue("on", 1, moment);
    Operator.request().post("/v1/endpoints/desk/pause?subscriberId=off").then().statusCode(200);

    assertThat(deliveries.forget(moment, 10_000)).isGreaterThanOrEqualTo(0);
    assertThat(list("off")).hasSize(1);
    assertThat(deliveries.forget(moment.plusSeconds(1), 10_000)).isPositive();

    assertThat(list("off")).isEmpty();
    assertThat(list("on")).hasSize(1);
  }

  @Test
  void theSameMessageIsEnqueuedOnce() {
    enqueue("repeated", 1, LATER);
    enqueueAgain("repeated", LATER);

    assertThat(list("repeated")).hasSize(1);
  }

  private void enqueue(String subscriber, int count, Instant moment) {
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\"}").then().statusCode(201);
    Operator.put(
            "/v1/endpoints/desk?subscriberId=" + subscriber,
            "{\"url\":\"http://127.0.0.1:9/\",\"proven\":true}")
        .then()
        .statusCode(201);
    deliveries.enqueue(
        IntStream.range(0, count).mapToObj(i -> message(subscriber, i)).toList(), moment);
  }

  private void note(List<AttemptedDelivery> attempted) {
    deliveries.complete(attempted, POLICY, LATER);
  }

  private void enqueueAgain(String subscriber, Instant moment) {
    deliveries.enqueue(List.of(message(subscriber, 0)), moment);
  }

  private static Message message(String subscriber, int number) {
    String id = subscriber + number;
    return new Message("msg_" + id, id, subscriber, "io.deficitwatch.alert.raised.v1", "{}");
  }

  private List<DueDelivery> claimOf(String subscriber, Instant now, Map<Long, Integer> shares) {
    return deliveries.claim(new Claim(100, 100, 4, shares, now, LEASE)).stream()
        .filter(delivery -> delivery.message().id().startsWith("msg_" + subscriber))
        .toList();
  }

  private static AttemptedDelivery attempted(DueDelivery delivery) {
    return attempted(delivery, new AttemptOutcome.Delivered(), DeliveryState.DELIVERED);
  }

  private static AttemptedDelivery attempted(
      DueDelivery delivery, AttemptOutcome outcome, DeliveryState state) {
    return new AttemptedDelivery(
        delivery,
        new DeliveryAttempt(
            delivery.attempt(),
            LATER,
            Duration.ofMillis(12),
            outcome,
            Optional.of(new DeliveryAttempt.Answer(204, "'\"\\{NULL},\uFFFD")),
            AttemptTrace.NONE),
        state,
        Optional.empty());
  }

  private DeliveryState stateOf(String subscriber) {
    return list(subscriber).getFirst().progress().state();
  }

  private List<DeliveryReader.Delivery> list(String subscriber) {
    return reader.list(
        new DeliveryQuery(
            Optional.of(subscriber), Optional.empty(), Optional.empty(), Optional.empty(), 10));
  }
}
