package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Where computed figures are kept, every vintage of them. */
public interface IndicatorValueStore {
  /** The history of every period that has one. */
  SortedMap<TimePeriod, IndicatorHistory> list(IndicatorRef indicator);

  /**
   * How one period stood in every area that had a value.
   *
   * @param indicator of any area
   * @param asOf empty for the latest
   */
  Map<String, IndicatorFigure> listAreas(
      IndicatorRef indicator, TimePeriod period, Optional<Instant> asOf);

  /** Makes the later one of each change the history of its period. */
  void replace(IndicatorRef indicator, Collection<HistoryChange> changes);
}
