package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.SeriesRef;

/** A run of periods of a series that a release spoke for. */
public record SpokenRun(KnownVintage known, SeriesRef series, Coverage run) {
  /** Whether the release spoke for the period or, of a longer one, for a part of it. */
  boolean reaches(TimePeriod period) {
    return run.from().filter(from -> liesAfter(from, period)).isEmpty()
        && run.to().filter(to -> liesAfter(period, to)).isEmpty();
  }

  private static boolean liesAfter(TimePeriod one, TimePeriod other) {
    return one.frequency() == other.frequency()
        ? one.compareTo(other) > 0
        : one.firstMonth().isAfter(other.lastMonth());
  }
}
