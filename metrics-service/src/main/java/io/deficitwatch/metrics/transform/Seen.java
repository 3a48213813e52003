package io.deficitwatch.metrics.transform;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An indicator as seen in a view.
 *
 * @param own the indicator's own histories of whole periods, before conversion and transform
 * @param histories up to the moment of the view
 * @param conversion the rate that amounts were converted by
 * @param rates the mean rate of each period that was converted
 * @param monthsKnown of the periods that are not complete
 */
public record Seen(
    List<IndicatorHistory> own,
    SortedMap<TimePeriod, IndicatorHistory> histories,
    Optional<Conversion> conversion,
    Map<TimePeriod, IndicatorHistory> rates,
    Optional<SeasonalAdjustment.Diagnostics> adjustment,
    Map<TimePeriod, Integer> monthsKnown) {
  public Seen {
    own = List.copyOf(own);
    histories = Collections.unmodifiableSortedMap(histories);
    rates = Map.copyOf(rates);
    monthsKnown = Map.copyOf(monthsKnown);
  }

  /** The histories of whole periods. */
  public List<IndicatorHistory> complete() {
    return histories.values().stream()
        .filter(history -> !monthsKnown.containsKey(history.period()))
        .toList();
  }
}
