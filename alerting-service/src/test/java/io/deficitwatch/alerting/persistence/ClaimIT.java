package io.deficitwatch.alerting.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.delivery.AttemptOutcome;
import io.deficitwatch.alerting.delivery.AttemptedDelivery;
import io.deficitwatch.alerting.delivery.DeliveryAttempt;
import io.deficitwatch.alerting.delivery.DeliveryReader;
import io.deficitwatch.alerting.delivery.DeliveryReader.DeliveryQuery;
import io.deficitwatch.alerting.delivery.DeliveryState;
import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.DeliveryStore.Claim;
import io.deficitwatch.alerting.delivery.DueDelivery;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Claims far in the future, where the running loop finds nothing due. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ClaimIT {
  private static final Instant LATER = Instant.now().plus(Duration.ofDays(400));
  private static final Duration LEASE = Duration.ofSeconds(30);

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
    deliveries.complete(List.of(attempted(first)));
    DeliveryState afterTheDead = stateOf("leaser");
    deliveries.complete(List.of(attempted(second)));

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
    assertThat(claimOf("crowd", LATER.plusSeconds(1000), Map.of(endpoint, 3))).hasSize(1);
    assertThat(claimOf("crowd", LATER.plusSeconds(1000), Map.of(endpoint, 4))).isEmpty();
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
            "/v1/endpoints/desk?subscriberId=" + subscriber, "{\"url\":\"http://127.0.0.1:9/\"}")
        .then()
        .statusCode(201);
    deliveries.enqueue(
        IntStream.range(0, count).mapToObj(i -> message(subscriber, i)).toList(), moment);
  }

  private void enqueueAgain(String subscriber, Instant moment) {
    deliveries.enqueue(List.of(message(subscriber, 0)), moment);
  }

  private static Message message(String subscriber, int number) {
    String id = subscriber + number;
    return new Message("msg_" + id, id, subscriber, "io.deficitwatch.alert.raised.v1", "{}");
  }

  private List<DueDelivery> claimOf(String subscriber, Instant now, Map<Long, Integer> inFlight) {
    return deliveries.claim(new Claim(100, 4, inFlight, now, LEASE)).stream()
        .filter(delivery -> delivery.message().id().startsWith("msg_" + subscriber))
        .toList();
  }

  private static AttemptedDelivery attempted(DueDelivery delivery) {
    return new AttemptedDelivery(
        delivery,
        new DeliveryAttempt(
            delivery.attempt(),
            LATER,
            Duration.ofMillis(12),
            new AttemptOutcome.Delivered(),
            Optional.of(new DeliveryAttempt.Answer(204, ""))),
        DeliveryState.DELIVERED,
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
