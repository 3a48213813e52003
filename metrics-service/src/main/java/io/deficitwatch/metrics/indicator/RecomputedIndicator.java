package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An indicator at one frequency after a release.
 *
 * @param histories all of its periods, as they now stand
 * @param changed the periods whose latest figure is another than before the release, in order
 * @param withdrawn the histories, as they were, of periods that have none any more: a release that
 *     came late dropped what they rested on before it was ever complete
 */
public record RecomputedIndicator(
    IndicatorDefinition definition,
    IndicatorRef indicator,
    SortedMap<TimePeriod, IndicatorHistory> histories,
    List<TimePeriod> changed,
    List<IndicatorHistory> withdrawn) {
  public RecomputedIndicator {
    histories = Collections.unmodifiableSortedMap(new TreeMap<>(histories));
    changed = List.copyOf(changed);
    withdrawn = List.copyOf(withdrawn);
  }

  /** The same, with what the other had and this one has not taken back. */
  RecomputedIndicator without(SortedMap<TimePeriod, IndicatorHistory> other) {
    SortedMap<TimePeriod, IndicatorHistory> gone = new TreeMap<>(other);
    // What was withdrawn has left the topic; what cannot be divided stands there as a state
    gone.values()
        .removeIf(history -> history.latest().filter(RecomputedIndicator::stands).isEmpty());
    gone.keySet().removeAll(histories.keySet());
    withdrawn.forEach(history -> gone.put(history.period(), history));
    return new RecomputedIndicator(
        definition, indicator, histories, changed, List.copyOf(gone.values()));
  }

  private static boolean stands(IndicatorFigure latest) {
    return latest.status() != ObservationStatus.L;
  }

  boolean isOtherThanBefore() {
    return !changed.isEmpty() || !withdrawn.isEmpty();
  }
}
