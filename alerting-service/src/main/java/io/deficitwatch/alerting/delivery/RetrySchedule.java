package io.deficitwatch.alerting.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failed attempt.
 *
 * @param delays after the first attempt, the second and so on; there is one attempt more than
 *     delays
 * @param jitter share of a delay that chance adds, 0 to 1, so that receivers are not struck in step
 * @param longestRetryAfter a receiver that asks for more is taken for this
 */
public record RetrySchedule(List<Duration> delays, double jitter, Duration longestRetryAfter) {
  public RetrySchedule {
    delays = List.copyOf(delays);
    if (jitter < 0 || jitter > 1) {
      throw new IllegalArgumentException("jitter is a share from 0 to 1, not " + jitter);
    }
  }

  /** The same with other waits, if there are any. */
  RetrySchedule with(Optional<List<Duration>> otherDelays) {
    return otherDelays
        .map(others -> new RetrySchedule(others, jitter, longestRetryAfter))
        .orElse(this);
  }

  /**
   * The wait after an attempt; never shorter than the receiver asks for.
   *
   * @param attempt the number of the attempt that failed, from 1
   * @return empty if that was the last one
   */
  public Optional<Duration> delayAfter(
      int attempt, Optional<Duration> retryAfter, RandomGenerator random) {
    if (attempt > delays.size()) {
      return Optional.empty();
    }
    Duration planned = delays.get(attempt - 1);
    Duration asked =
        retryAfter
            .map(wait -> wait.compareTo(longestRetryAfter) > 0 ? longestRetryAfter : wait)
            .orElse(Duration.ZERO);
    Duration longer = asked.compareTo(planned) > 0 ? asked : planned;
    return Optional.of(longer.plusNanos((long) (longer.toNanos() * jitter * random.nextDouble())));
  }
}
