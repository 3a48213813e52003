package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Computed figures in memory. */
public final class InMemoryIndicatorValues implements IndicatorValueStore {
  private final Map<IndicatorRef, SortedMap<TimePeriod, IndicatorHistory>> histories =
      new HashMap<>();

  @Override
  public Map<IndicatorRef, SortedMap<TimePeriod, IndicatorHistory>> list(
      Collection<IndicatorRef> indicators) {
    Map<IndicatorRef, SortedMap<TimePeriod, IndicatorHistory>> listed = new LinkedHashMap<>();
    indicators.forEach(
        indicator ->
            listed.put(
                indicator, new TreeMap<>(histories.getOrDefault(indicator, new TreeMap<>()))));
    return listed;
  }

  @Override
  public Map<String, IndicatorFigure> listAreas(
      IndicatorRef indicator, TimePeriod period, Optional<Instant> asOf) {
    Map<String, IndicatorFigure> figures = new TreeMap<>();
    histories.forEach(
        (other, periods) -> {
          boolean same =
              other.id().equals(indicator.id())
                  && other.definitionVersion() == indicator.definitionVersion();
          IndicatorHistory history =
              periods.getOrDefault(period, new IndicatorHistory(period, List.of()));
          if (same) {
            asOf.map(history::asOf)
                .orElse(history)
                .latest()
                .filter(figure -> figure.value().isPresent())
                .ifPresent(figure -> figures.put(other.refArea(), figure));
          }
        });
    return figures;
  }

  @Override
  public void replace(Map<IndicatorRef, List<HistoryChange>> changes) {
    changes.forEach(this::replace);
  }

  public void replace(IndicatorRef indicator, List<HistoryChange> changes) {
    var kept = histories.computeIfAbsent(indicator, _ -> new TreeMap<>());
    changes.forEach(change -> kept.put(change.after().period(), change.after()));
    kept.values().removeIf(history -> history.figures().isEmpty());
    if (kept.isEmpty()) {
      histories.remove(indicator);
    }
  }

  /** Everything kept, for comparison. */
  public Map<IndicatorRef, SortedMap<TimePeriod, IndicatorHistory>> all() {
    return Map.copyOf(histories);
  }
}
