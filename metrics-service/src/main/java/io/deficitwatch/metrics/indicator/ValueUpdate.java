package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Brings rebuilt histories into the store and says what is other than before. */
final class ValueUpdate {
  private final IndicatorValueStore values;

  ValueUpdate(IndicatorValueStore values) {
    this.values = values;
  }

  /** All of them by one reading and one writing, however many there are. */
  List<RecomputedIndicator> store(List<RebuiltIndicator> rebuilt) {
    var stored = values.list(rebuilt.stream().map(RebuiltIndicator::indicator).toList());
    List<Update> updates =
        rebuilt.stream()
            .map(
                one ->
                    Update.of(
                        one, stored.getOrDefault(one.indicator(), Collections.emptySortedMap())))
            .toList();
    values.replace(
        updates.stream()
            .collect(Collectors.toMap(update -> update.rebuilt().indicator(), Update::changes)));
    return updates.stream().map(Update::recomputed).toList();
  }

  private record Update(
      RebuiltIndicator rebuilt,
      SortedMap<TimePeriod, IndicatorHistory> stored,
      List<HistoryChange> changes) {
    static Update of(RebuiltIndicator rebuilt, SortedMap<TimePeriod, IndicatorHistory> stored) {
      List<HistoryChange> changes =
          rebuilt.histories().stream()
              .map(history -> new HistoryChange(now(stored, history), history))
              .filter(HistoryChange::isOne)
              .toList();
      return new Update(rebuilt, stored, changes);
    }

    RecomputedIndicator recomputed() {
      SortedMap<TimePeriod, IndicatorHistory> histories = new TreeMap<>(stored);
      changes.forEach(change -> histories.put(change.after().period(), change.after()));
      histories.values().removeIf(history -> history.figures().isEmpty());
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
      return new RecomputedIndicator(
          rebuilt.definition(), rebuilt.indicator(), histories, changed, withdrawn);
    }
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
