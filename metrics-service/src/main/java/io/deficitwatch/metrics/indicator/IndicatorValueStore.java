package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Where computed figures are kept, every vintage of them. */
public interface IndicatorValueStore {
  /**
   * The history of every period that has one.
   *
   * @return an entry, though it be empty, of each of the indicators, in their order
   */
  Map<IndicatorRef, SortedMap<TimePeriod, IndicatorHistory>> list(
      Collection<IndicatorRef> indicators);

  /** The history of every period that has one. */
  default SortedMap<TimePeriod, IndicatorHistory> list(IndicatorRef indicator) {
    return list(List.of(indicator)).getOrDefault(indicator, Collections.emptySortedMap());
  }

  /**
   * How one period stood in every area that had a value.
   *
   * @param indicator of any area
   * @param asOf empty for the latest
   */
  Map<String, IndicatorFigure> listAreas(
      IndicatorRef indicator, TimePeriod period, Optional<Instant> asOf);

  /** Makes the later one of each change the history of its period. */
  void replace(Map<IndicatorRef, List<HistoryChange>> changes);
}
