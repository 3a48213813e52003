package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Duration;
import java.time.Instant;

/**
 * An indicator that has to be projected anew.
 *
 * @param cause the release, or the computation, that changed it last
 * @param ticket its place in the queue; another one once it changed again
 * @param failures attempts that failed since it changed
 */
public record DueProjection(IndicatorRef indicator, Vintage cause, long ticket, int failures) {
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  /**
   * When it is tried again after one more failure: in a minute, twice as long each time, at most 64
   * minutes.
   */
  Instant retryAt(Instant now) {
    return now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
  }
}
