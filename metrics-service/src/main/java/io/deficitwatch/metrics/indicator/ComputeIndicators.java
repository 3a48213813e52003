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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return definitions.list().stream()
        .flatMap(definition -> compute(definition, release))
        .filter(RecomputedIndicator::isOtherThanBefore)
        .toList();
  }

  private Stream<RecomputedIndicator> compute(
      IndicatorDefinition definition, MergedRelease release) {
    SortedSet<TimePeriod> affected = AffectedPeriods.of(definition, release.changed());
    if (affected.isEmpty()) {
      return Stream.empty();
    }
    Sources sources = Sources.of(vintages.listHistories(SourceSpans.of(definition, affected)));
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
    List<IndicatorHistory> differing =
        rebuilt.stream().filter(history -> !history.equals(now(histories, history))).toList();
    List<TimePeriod> changed =
        differing.stream()
            .filter(history -> isNews(now(histories, history).latest(), history.latest()))
            .map(IndicatorHistory::period)
            .toList();
    List<IndicatorHistory> withdrawn =
        differing.stream()
            .filter(history -> history.figures().isEmpty())
            .map(history -> now(histories, history))
            .toList();
    values.replace(indicator, differing);
    differing.forEach(history -> histories.put(history.period(), history));
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
