package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings rebuilt histories into the store and says what is other than before. */
final class ValueUpdate {
  private final IndicatorValueStore values;

  ValueUpdate(IndicatorValueStore values) {
    this.values = values;
  }

  RecomputedIndicator store(
      IndicatorDefinition definition, IndicatorRef indicator, List<IndicatorHistory> rebuilt) {
    SortedMap<TimePeriod, IndicatorHistory> histories = new TreeMap<>(values.list(indicator));
    List<HistoryChange> changes =
        rebuilt.stream()
            .map(history -> new HistoryChange(now(histories, history), history))
            .filter(HistoryChange::isOne)
            .toList();
    List<TimePeriod> changed =
        changes.stream()
            .filter(change -> isNews(change.before().latest(), change.after().latest()))
            .map(change -> change.after().period())
            .toList();
    List<IndicatorHistory> withdrawn =
        changes.stream()
            .filter(change -> change.after().figures().isEmpty())
            .map(HistoryChange::before)
            .toList();
    values.replace(indicator, changes);
    changes.forEach(change -> histories.put(change.after().period(), change.after()));
    histories.values().removeIf(history -> history.figures().isEmpty());
    return new RecomputedIndicator(definition, indicator, histories, changed, withdrawn);
  }

  private static IndicatorHistory now(
      Map<TimePeriod, IndicatorHistory> histories, IndicatorHistory rebuilt) {
    return histories.getOrDefault(
        rebuilt.period(), new IndicatorHistory(rebuilt.period(), List.of()));
  }

  private static boolean isNews(Optional<IndicatorFigure> before, Optional<IndicatorFigure> after) {
    return after.filter(now -> before.filter(now::readsLike).isEmpty()).isPresent();
  }
}
