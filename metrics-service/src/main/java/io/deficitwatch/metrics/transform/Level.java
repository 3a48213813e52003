package io.deficitwatch.metrics.transform;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The values of an indicator in the unit that is asked for, before any transform. */
record Level(
    SortedMap<TimePeriod, IndicatorHistory> histories,
    Optional<Conversion> conversion,
    Map<TimePeriod, IndicatorHistory> rates,
    Map<TimePeriod, Integer> monthsKnown) {
  Level with(SortedMap<TimePeriod, IndicatorHistory> others) {
    return new Level(others, conversion, rates, monthsKnown);
  }
}
