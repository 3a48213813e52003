package io.deficitwatch.ingestion.fetch;

import java.time.Duration;

/**
 * How sources are asked, whichever they are.
 *
 * @param enabled whether any is
 * @param lateAfter how long after its moment a release is late
 * @param polling while a release is due
 * @param failures after fetches that failed
 * @param longestRetryAfter that a publisher's wish to be left alone is heeded
 */
public record FetchPolicy(
    boolean enabled,
    Duration lateAfter,
    Polling polling,
    Growing failures,
    Duration longestRetryAfter) {
  /**
   * @param spread within which after the moment the first fetch is, so that not all knock at once
   * @param delays between fetches that found nothing new
   * @param patience after which a release is no longer waited for in particular
   */
  public record Polling(Duration spread, Growing delays, Duration patience) {}

  /** Delays, each twice the one before, up to the largest. */
  public record Growing(Duration first, Duration largest) {
    private static final int MOST_DOUBLINGS = 30;

    /**
     * @param number from 1
     */
    Duration delay(int number) {
      Duration delay = first.multipliedBy(1L << Math.min(number - 1, MOST_DOUBLINGS));
      return delay.compareTo(largest) > 0 ? largest : delay;
    }
  }
}
