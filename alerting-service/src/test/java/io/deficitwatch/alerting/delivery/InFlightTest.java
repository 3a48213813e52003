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
    assertThat(inFlight.shares()).containsEntry(100L, 0);
  }

  @Test
  void anEndpointThatFailedIsTriedWithOneRequestUntilItAnswers() {
    inFlight.end(inFlight.begin(HANGS, false, 0), false);
    assertThat(inFlight.shares()).containsEntry(HANGS, 1).doesNotContainKey(OTHER);

    InFlight.Ticket next = inFlight.begin(HANGS, false, 0);
    assertThat(inFlight.shares()).containsEntry(HANGS, 0);

    inFlight.end(next, true);
    assertThat(inFlight.shares()).containsEntry(HANGS, 2);
    inFlight.end(inFlight.begin(HANGS, false, 0), true);
    inFlight.end(inFlight.begin(HANGS, false, 0), true);
    assertThat(inFlight.shares()).isEmpty();
  }

  @Test
  void whatIsOnItsWayToAnEndpointCounts() {
    List<InFlight.Ticket> begun =
        List.of(
            inFlight.begin(OTHER, false, 0),
            inFlight.begin(OTHER, false, 0),
            inFlight.begin(OTHER, false, 0));
    assertThat(inFlight.shares()).containsEntry(OTHER, 1);

    begun.forEach(ticket -> inFlight.end(ticket, true));

    assertThat(inFlight.shares()).isEmpty();
    assertThat(inFlight.room(0)).isEqualTo(16);
    assertThat(inFlight.all()).isZero();
  }

  private void begin(int endpoints, long nanos) {
    LongStream.range(100, 100 + endpoints)
        .forEach(endpoint -> inFlight.begin(endpoint, false, nanos));
  }
}
