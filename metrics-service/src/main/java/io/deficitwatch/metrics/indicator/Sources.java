package io.deficitwatch.metrics.indicator;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The histories of the series that an indicator rests on, by period. */
record Sources(Map<SeriesRef, Map<TimePeriod, Readings>> bySeries) {
  static Sources of(Map<SeriesRef, List<StoredObservation>> histories) {
    return new Sources(
        histories.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> byPeriod(entry.getValue()))));
  }

  private static Map<TimePeriod, Readings> byPeriod(List<StoredObservation> rows) {
    return rows.stream()
        .collect(groupingBy(StoredObservation::period, collectingAndThen(toList(), Readings::of)));
  }

  Readings of(SeriesRef series, TimePeriod period) {
    return bySeries.getOrDefault(series, Map.of()).getOrDefault(period, Readings.NEVER);
  }
}
