package io.deficitwatch.metrics.observation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link VintageStore} keeps. */
public interface VintageReader {
  /**
   * Every row of the series within their spans, in order of period and vintage. A series without
   * rows is left out.
   */
  Map<SeriesRef, List<StoredObservation>> listHistories(Collection<SeriesSpan> spans);

  /**
   * The whole series as known at a moment; empty if no release ever had it.
   *
   * @param asOf the moment; empty for the latest
   * @param includeHistory every vintage up to that moment instead of the last one of each period
   */
  Optional<SeriesVintage> findSeries(
      SeriesRef series, Optional<Instant> asOf, boolean includeHistory);
}
