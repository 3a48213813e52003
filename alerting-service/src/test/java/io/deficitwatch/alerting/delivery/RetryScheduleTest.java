package io.deficitwatch.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private static final RetrySchedule SCHEDULE =
      new RetrySchedule(
          List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)), 0.2, Duration.ofHours(1));

  @Test
  void addsALittleChanceAndTakesNothingAway() {
    var random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      assertThat(SCHEDULE.delayAfter(1, Optional.empty(), random).orElseThrow())
          .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }
  }

  @Test
  void waitsAsLongAsTheReceiverAsksButNotForEver() {
    var random = new Random(1);
    assertThat(SCHEDULE.delayAfter(1, Optional.of(Duration.ofMinutes(10)), random).orElseThrow())
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
    assertThat(SCHEDULE.delayAfter(1, Optional.of(Duration.ofDays(9)), random).orElseThrow())
        .isBetween(Duration.ofHours(1), Duration.ofMinutes(72));
    assertThat(SCHEDULE.delayAfter(2, Optional.of(Duration.ofSeconds(1)), random).orElseThrow())
        .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void endsAfterTheLastDelay() {
    assertThat(SCHEDULE.delayAfter(2, Optional.empty(), new Random(1))).isPresent();
    assertThat(SCHEDULE.delayAfter(3, Optional.of(Duration.ofMinutes(1)), new Random(1))).isEmpty();
  }

  @Test
  void refusesAJitterThatIsNoShare() {
    assertThatThrownBy(() -> new RetrySchedule(List.of(), 1.5, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
