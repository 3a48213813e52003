package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads what {@link VintageStore} keeps. */
public interface VintageReader {
  /**
   * Every row of the series within their spans, in order of period and vintage. A series without
   * rows is left out.
   */
  Map<SeriesRef, List<StoredObservation>> listHistories(Collection<SeriesSpan> spans);

  /**
   * The whole series with every vintage up to a moment, in order of period and vintage; empty if no
   * release ever had it.
   *
   * @param asOf the moment; empty for the latest
   */
  Optional<SeriesVintage> findSeries(SeriesRef series, Optional<Instant> asOf);

  /** Whether any release of the dataflow brought a series. */
  boolean hasSeriesOf(DataflowRef dataflow);

  /**
   * Some of the series of a dataflow as known at a moment, in the order of their keys. Bounded in
   * time as well: a page can have no series and yet a next one.
   *
   * @param wanted tells which periods are asked for; a series without one of them is left out
   */
  SeriesPage listSeries(SeriesRequest request, Predicate<TimePeriod> wanted);
}
