package io.deficitwatch.metrics.transform;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The values of an indicator in the unit that is asked for, before any transform.
 *
 * @param own the indicator's own histories, of whole periods and in its own unit
 */
record Level(
    List<IndicatorHistory> own,
    SortedMap<TimePeriod, IndicatorHistory> histories,
    Optional<Conversion> conversion,
    Map<TimePeriod, IndicatorHistory> rates,
    Map<TimePeriod, Integer> monthsKnown) {
  Level with(SortedMap<TimePeriod, IndicatorHistory> others) {
    return new Level(own, others, conversion, rates, monthsKnown);
  }
}
