package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Collection;
import java.util.SortedMap;

/** Where computed figures are kept, every vintage of them. */
public interface IndicatorValueStore {
  /** The history of every period that has one. */
  SortedMap<TimePeriod, IndicatorHistory> list(IndicatorRef indicator);

  /** Makes the later one of each change the history of its period. */
  void replace(IndicatorRef indicator, Collection<HistoryChange> changes);
}
