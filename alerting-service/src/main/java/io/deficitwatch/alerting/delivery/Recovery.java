package io.deficitwatch.alerting.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * How an endpoint that failed lately is taken up again.
 *
 * @param most how many requests may be on their way to it
 * @param failures how many attempts failed in a row
 * @param restsUntil when it is tried again, as of {@link System#nanoTime}
 */
record Recovery(int most, int failures, long restsUntil) {
  // Five times could be five messages at one time: no reason yet to have the sixth wait.
  private static final int FAILURES_BEFORE_REST = 5;
  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  /** Of an endpoint that has not failed before. */
  static Recovery firstFailure(long nanos) {
    return new Recovery(1, 0, nanos).failed(nanos);
  }

  /** One request at a time; and after several failures a rest, longer each time. */
  Recovery failed(long nanos) {
    int inARow = failures + 1;
    return new Recovery(1, inARow, nanos + rest(inARow).toNanos());
  }

  /**
   * One request more after each success.
   *
   * @return empty if it has as many as any again
   */
  Optional<Recovery> delivered(int mostOfAny, long nanos) {
    return Optional.of(new Recovery(most + 1, 0, nanos)).filter(now -> now.most() < mostOfAny);
  }

  boolean rests(long nanos) {
    return nanos - restsUntil < 0;
  }

  private static Duration rest(int failures) {
    if (failures < FAILURES_BEFORE_REST) {
      return Duration.ZERO;
    }
    Duration rest =
        FIRST_REST.multipliedBy(1L << Math.min(failures - FAILURES_BEFORE_REST, MOST_DOUBLINGS));
    return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
  }
}
