package io.deficitwatch.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private static final long SLOW = Duration.ofSeconds(1).toNanos();
  private static final long HANGS = 1;
  private static final long OTHER = 2;

  private final InFlight inFlight =
      new InFlight(new DeliveryLimits(16, 64, 4, Duration.ofNanos(SLOW), Duration.ofSeconds(30)));

  @Test
  void receiversThatHangTakeNoPlaceFromOthers() {
    begin(16, 0);

    assertThat(inFlight.room(SLOW - 1)).isZero();
    assertThat(inFlight.room(SLOW)).isEqualTo(16);
  }

  @Test
  void memorySetsALimitToThemAll() {
    for (int second = 0; second < 4; second++) {
      begin(16, second * SLOW);
    }

    assertThat(inFlight.room(10 * SLOW)).isZero();
  }

  @Test
  void whenMuchHangsEveryEndpointIsTriedWithOneRequest() {
    begin(16, 0);
    assertThat(inFlight.share()).isEqualTo(4);

    begin(16, SLOW);

    assertThat(inFlight.share()).isEqualTo(1);
    assertThat(inFlight.shares(0)).containsEntry(100L, 0);
  }

  @Test
  void anEndpointThatFailedIsTriedWithOneRequestUntilItAnswers() {
    inFlight.end(inFlight.begin(HANGS, false, 0), false, 0);
    assertThat(inFlight.shares(0)).containsEntry(HANGS, 1).doesNotContainKey(OTHER);

    InFlight.Ticket next = inFlight.begin(HANGS, false, 0);
    assertThat(inFlight.shares(0)).containsEntry(HANGS, 0);

    inFlight.end(next, true, 0);
    assertThat(inFlight.shares(0)).containsEntry(HANGS, 2);
    inFlight.end(inFlight.begin(HANGS, false, 0), true, 0);
    inFlight.end(inFlight.begin(HANGS, false, 0), true, 0);
    assertThat(inFlight.shares(0)).isEmpty();
  }

  @Test
  void anEndpointThatFailsAgainAndAgainRestsLongerEachTimeAndOneSuccessEndsIt() {
    // Given
    long second = Duration.ofSeconds(1).toNanos();
    fail(4, 0);
    assertThat(inFlight.shares(0)).containsEntry(HANGS, 1);
    assertThat(inFlight.resting(0)).isZero();

    // Then: one second, two, four, and a minute at the most
    fail(1, 0);
    assertThat(inFlight.resting(0)).isEqualTo(1);
    assertThat(inFlight.shares(second - 1)).containsEntry(HANGS, 0);
    assertThat(inFlight.shares(second)).containsEntry(HANGS, 1);
    fail(1, second);
    assertThat(inFlight.shares(3 * second - 1)).containsEntry(HANGS, 0);
    assertThat(inFlight.shares(3 * second)).containsEntry(HANGS, 1);
    fail(100, 3 * second);
    assertThat(inFlight.shares(63 * second - 1)).containsEntry(HANGS, 0);
    assertThat(inFlight.shares(63 * second)).containsEntry(HANGS, 1);
    assertThat(inFlight.shares(0)).doesNotContainKey(OTHER);

    // When
    inFlight.end(inFlight.begin(HANGS, false, 63 * second), true, 63 * second);

    // Then
    assertThat(inFlight.shares(63 * second)).containsEntry(HANGS, 2);
    fail(4, 63 * second);
    assertThat(inFlight.shares(63 * second)).containsEntry(HANGS, 1);
  }

  private void fail(int times, long nanos) {
    for (int i = 0; i < times; i++) {
      inFlight.end(inFlight.begin(HANGS, false, nanos), false, nanos);
    }
  }

  @Test
  void retriesHaveHalfOfThePlaces() {
    for (int i = 0; i < 6; i++) {
      inFlight.begin(200 + i, true, 0);
    }
    inFlight.begin(OTHER, false, 0);

    assertThat(inFlight.roomForRetries()).isEqualTo(2);
    assertThat(inFlight.room(0)).isEqualTo(9);
  }

  @Test
  void whatIsOnItsWayToAnEndpointCounts() {
    List<InFlight.Ticket> begun =
        List.of(
            inFlight.begin(OTHER, false, 0),
            inFlight.begin(OTHER, false, 0),
            inFlight.begin(OTHER, false, 0));
    assertThat(inFlight.shares(0)).containsEntry(OTHER, 1);

    begun.forEach(ticket -> inFlight.end(ticket, true, 0));

    assertThat(inFlight.shares(0)).isEmpty();
    assertThat(inFlight.room(0)).isEqualTo(16);
    assertThat(inFlight.all()).isZero();
  }

  private void begin(int endpoints, long nanos) {
    LongStream.range(100, 100 + endpoints)
        .forEach(endpoint -> inFlight.begin(endpoint, false, nanos));
  }
}
