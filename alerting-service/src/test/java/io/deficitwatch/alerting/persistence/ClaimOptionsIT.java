package io.deficitwatch.alerting.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.delivery.AttemptOutcome;
import io.deficitwatch.alerting.delivery.AttemptTrace;
import io.deficitwatch.alerting.delivery.AttemptedDelivery;
import io.deficitwatch.alerting.delivery.DeliveryAttempt;
import io.deficitwatch.alerting.delivery.DeliveryState;
import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.DeliveryStore.Claim;
import io.deficitwatch.alerting.delivery.DueDelivery;
import io.deficitwatch.alerting.delivery.FailurePolicy;
import io.deficitwatch.alerting.delivery.FailureReason;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.delivery.Message.Subject;
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
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What endpoints ask of claims. Times lie where the running loop finds nothing due. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ClaimOptionsIT {
  private static final Instant LATER = Instant.parse("2035-01-01T00:00:00Z");
  private static final Duration LEASE = Duration.ofDays(1);
  private static final FailurePolicy POLICY =
      new FailurePolicy(Duration.ofDays(5), Duration.ofDays(2));

  @Inject DeliveryStore deliveries;

  @Test
  void anEndpointGetsNoMoreThanItsRate() {
    endpoint("limited", ",\"perMinute\":60");
    enqueue("limited", 0, 6, Subject.NONE);

    assertThat(claim("limited", LATER)).hasSize(1);
    assertThat(claim("limited", LATER.plusMillis(900))).isEmpty();
    assertThat(claim("limited", LATER.plusMillis(1000))).hasSize(1);
    // A bucket that overflows saves nothing up
    assertThat(claim("limited", LATER.plusSeconds(60))).hasSize(1);
    assertThat(claim("limited", LATER.plusSeconds(60))).isEmpty();
  }

  @Test
  void aClockThatGoesBackNeitherFillsNorEmptiesTheBucket() {
    endpoint("backwards", ",\"perMinute\":60");
    enqueue("backwards", 0, 3, Subject.NONE);
    assertThat(claim("backwards", LATER.plusSeconds(3600))).hasSize(1);

    assertThat(claim("backwards", LATER)).isEmpty();
    assertThat(claim("backwards", LATER.plusSeconds(1))).hasSize(1);
  }

  @Test
  void processesThatClaimAtOneTimeKeepTheRateTogether() {
    endpoint("shared-rate", ",\"perMinute\":180");
    enqueue("shared-rate", 0, 20, Subject.NONE);

    List<CompletableFuture<List<DueDelivery>>> claims =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> claim("shared-rate", LATER)))
            .limit(6)
            .toList();

    assertThat(claims.stream().map(CompletableFuture::join).mapToInt(List::size).sum())
        .isBetween(1, 3);
  }

  @Test
  void messagesOfASeriesComeOneAfterAnotherWhereThatIsWanted() {
    endpoint("orderly", ",\"ordered\":true");
    enqueue("orderly", 0, 2, of("A"));
    enqueue("orderly", 2, 1, of("B"));
    enqueue("orderly", 3, 1, Subject.NONE);

    List<DueDelivery> first = claim("orderly", LATER);
    assertThat(ids(first)).containsExactlyInAnyOrder("0", "2", "3");
    // While it is on its way, and while it waits for its next attempt
    assertThat(claim("orderly", LATER)).isEmpty();
    note(of(first, "0"), DeliveryState.WAITING);
    assertThat(claim("orderly", LATER)).isEmpty();

    List<DueDelivery> again = claim("orderly", LATER.plusSeconds(60));
    assertThat(ids(again)).containsExactly("0");
    note(again.getFirst(), DeliveryState.EXHAUSTED);
    assertThat(ids(claim("orderly", LATER.plusSeconds(60)))).containsExactly("1");
  }

  @Test
  void aClockSetBackAnHourLosesNothingAndSendsNothingTwice() {
    endpoint("set-back", "");
    enqueue("set-back", 0, 2, Subject.NONE);
    Instant before = LATER.plusSeconds(7200);
    List<DueDelivery> claimed = claim("set-back", before);
    assertThat(claimed).hasSize(2);

    // When: what is on its way is not claimed again, and what is noted now counts
    Instant after = before.minusSeconds(3600);
    assertThat(claim("set-back", after)).isEmpty();
    note(claimed.getFirst(), DeliveryState.EXHAUSTED);

    // Then: what comes is due, and the lease of the other one ends at last
    enqueue("set-back", 2, 1, Subject.NONE);
    assertThat(ids(claim("set-back", after))).containsExactly("2");
    assertThat(ids(claim("set-back", before.plus(LEASE)))).contains("1").doesNotContain("0");
  }

  @Test
  void retriesHaveALaneOfTheirOwn() {
    for (String subscriber : List.of("retried-a", "retried-b", "retried-c")) {
      endpoint(subscriber, "");
      enqueue(subscriber, 0, 1, Subject.NONE);
      note(claim(subscriber, LATER).getFirst(), DeliveryState.WAITING);
    }
    endpoint("retried-new", "");
    enqueue("retried-new", 0, 1, Subject.NONE);

    List<String> claimed =
        deliveries.claim(new Claim(1000, 1, 4, Map.of(), LATER.plusSeconds(60), LEASE)).stream()
            .map(due -> due.message().id())
            .filter(id -> id.startsWith("msg_retried"))
            .toList();

    assertThat(claimed).contains("msg_retried-new-0").hasSizeLessThanOrEqualTo(2);
  }

  private static void endpoint(String subscriber, String more) {
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\"}").then().statusCode(201);
    Operator.put(
            "/v1/endpoints/desk?subscriberId=" + subscriber,
            "{\"url\":\"http://127.0.0.1:9/\",\"proven\":true%s}".formatted(more))
        .then()
        .statusCode(201);
  }

  private void enqueue(String subscriber, int from, int count, Subject subject) {
    deliveries.enqueue(
        IntStream.range(from, from + count)
            .mapToObj(i -> subscriber + "-" + i)
            .map(id -> new Message("msg_" + id, id, subscriber, "a.type.v1", "{}", subject))
            .toList(),
        LATER);
  }

  private static Subject of(String series) {
    return new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(series));
  }

  private List<DueDelivery> claim(String subscriber, Instant now) {
    return deliveries.claim(new Claim(1000, 1000, 4, Map.of(), now, LEASE)).stream()
        .filter(delivery -> delivery.message().id().startsWith("msg_" + subscriber + "-"))
        .toList();
  }

  private static List<String> ids(List<DueDelivery> due) {
    return due.stream().map(one -> one.message().id().replaceAll(".*-", "")).toList();
  }

  private static DueDelivery of(List<DueDelivery> due, String number) {
    return due.stream()
        .filter(one -> one.message().id().endsWith("-" + number))
        .findFirst()
        .orElseThrow();
  }

  private void note(DueDelivery due, DeliveryState state) {
    deliveries.complete(
        List.of(
            new AttemptedDelivery(
                due,
                new DeliveryAttempt(
                    due.attempt(),
                    LATER,
                    Duration.ofMillis(5),
                    new AttemptOutcome.Retryable(FailureReason.TIMEOUT, Optional.empty()),
                    Optional.empty(),
                    AttemptTrace.NONE),
                state,
                Optional.of(LATER.plusSeconds(60)).filter(_ -> state == DeliveryState.WAITING))),
        POLICY,
        LATER);
  }
}
