package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Collection;
import java.util.SortedMap;

/** Where computed figures are kept, every vintage of them. */
public interface IndicatorValueStore {
  /** The history of every period that has one. */
  SortedMap<TimePeriod, IndicatorHistory> list(IndicatorRef indicator);

  /**
   * Makes these the histories of their periods. As long as releases come in order that only adds
   * rows.
   */
  void replace(IndicatorRef indicator, Collection<IndicatorHistory> histories);
}
