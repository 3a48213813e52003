package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The queue of indicators to be projected; each is in it once, however often it changed. */
public interface DueProjections {
  /** What is in it already takes its place anew, and has not failed any more. */
  void add(Collection<IndicatorRef> indicators, Vintage cause);

  /**
   * Adds projections that were made by another engine, the earliest made first: of definitions in
   * force, announced last and not taken back. What is in the queue already stays as it is.
   *
   * @param engine the one that needs not to be made again
   * @param most how many
   * @return how many were added
   */
  int addMadeByOthers(String engine, int most);

  /** The one that waits longest, but for those whose next attempt is not due; it stays in. */
  Optional<DueProjection> next(Instant now);

  /** How many others wait for longer; empty if it is not in the queue. */
  Optional<Integer> countBefore(IndicatorRef indicator);

  /** Takes it out, unless it changed since. */
  boolean take(DueProjection due);

  /** The failure of one that is in it and has failed since it changed. */
  Optional<FailedProjection> findFailed(IndicatorRef indicator);

  /** Notes, unless it changed since, that it failed, why, and when it is to be tried again. */
  void recordFailure(DueProjection due, String reason, Instant retryAt);
}
