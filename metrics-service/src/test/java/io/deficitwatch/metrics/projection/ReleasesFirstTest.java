package io.deficitwatch.metrics.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReleasesFirstTest {
  private final ReleasesFirst releasesFirst = new ReleasesFirst();

  @Test
  void aProjectionWaitsWhileAReleaseIsUnderWay() {
    assertThat(releasesFirst.pause()).isZero();
    releasesFirst.during(() -> assertThat(releasesFirst.pause()).isPositive());
    assertThat(releasesFirst.pause()).isZero();
  }

  @Test
  void aReleaseThatFailsKeepsNothingWaiting() {
    assertThatThrownBy(
            () ->
                releasesFirst.during(
                    () -> {
                      throw new IllegalStateException("no such luck");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(releasesFirst.pause()).isZero();
  }

  @Test
  void releasesWithoutEndLeaveProjectionsTheirTurnNowAndThen() {
    releasesFirst.during(
        () -> {
          for (int turn = 0; turn < 3; turn++) {
            Duration waited = Duration.ZERO;
            for (Duration next = releasesFirst.pause();
                next.isPositive();
                next = releasesFirst.pause()) {
              waited = waited.plus(next);
            }
            assertThat(waited).isEqualTo(Duration.ofMillis(500));
          }
        });
  }
}
