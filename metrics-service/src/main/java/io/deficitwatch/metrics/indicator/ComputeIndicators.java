package io.deficitwatch.metrics.indicator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.deficitwatch.metrics.observation.VintageReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rebuilds the figures that a release reached, at every frequency, for complete periods only. */
@ApplicationScoped
public class ComputeIndicators {
  private final DefinitionCatalogue definitions;
  private final VintageReader vintages;
  private final IndicatorValueStore values;

  public ComputeIndicators(
      DefinitionCatalogue definitions, VintageReader vintages, IndicatorValueStore values) {
    this.definitions = definitions;
    this.vintages = vintages;
    this.values = values;
  }

  /** What is other than before; empty if the release changed no latest figure. */
  @Transactional
  public List<RecomputedIndicator> compute(MergedRelease release) {
    Map<IndicatorDefinition, SortedSet<TimePeriod>> affected = new LinkedHashMap<>();
    definitions
        .list()
        .forEach(
            definition ->
                affected.put(definition, AffectedPeriods.of(definition, release.changed())));
    affected.values().removeIf(Set::isEmpty);
    if (affected.isEmpty()) {
      return List.of();
    }
    Sources sources = Sources.of(vintages.listHistories(SourceSpans.of(affected)));
    return affected.entrySet().stream()
        .flatMap(entry -> compute(entry.getKey(), entry.getValue(), sources))
        .filter(RecomputedIndicator::isOtherThanBefore)
        .toList();
  }

  private Stream<RecomputedIndicator> compute(
      IndicatorDefinition definition, SortedSet<TimePeriod> affected, Sources sources) {
    RebuildHistory rebuild = new RebuildHistory(definition, sources);
    Map<Frequency, List<IndicatorHistory>> rebuilt =
        affected.stream()
            .map(rebuild::of)
            .collect(groupingBy(history -> history.period().frequency(), TreeMap::new, toList()));
    return rebuilt.entrySet().stream()
        .map(entry -> store(definition, definition.ref(entry.getKey()), entry.getValue()));
  }

  private RecomputedIndicator store(
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
