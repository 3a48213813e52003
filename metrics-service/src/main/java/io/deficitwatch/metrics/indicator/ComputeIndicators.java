package io.deficitwatch.metrics.indicator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.ChangedPeriod;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.deficitwatch.metrics.observation.SeriesSpan;
import io.deficitwatch.metrics.observation.VintageReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    definitions.list().stream()
        .map(definition -> definition.in(release.refArea()))
        .forEach(definition -> affected.put(definition, reached(definition, release.changed())));
    affected.values().removeIf(Set::isEmpty);
    return affected.isEmpty() ? List.of() : compute(affected);
  }

  private static SortedSet<TimePeriod> reached(
      IndicatorDefinition definition, Collection<ChangedPeriod> changed) {
    return definition.formula().reachedBy(changed).stream()
        .filter(period -> !period.firstMonth().isBefore(definition.scope().validFrom()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<RecomputedIndicator> compute(
      Map<IndicatorDefinition, SortedSet<TimePeriod>> affected) {
    Sources sources = Sources.of(vintages.listHistories(spans(affected)));
    return affected.entrySet().stream()
        .flatMap(entry -> compute(entry.getKey(), entry.getValue(), sources))
        .filter(RecomputedIndicator::isOtherThanBefore)
        .toList();
  }

  /** How much of which series is needed; each series is named once. */
  private static Collection<SeriesSpan> spans(
      Map<IndicatorDefinition, SortedSet<TimePeriod>> affected) {
    return affected.entrySet().stream()
        .flatMap(entry -> spans(entry.getKey(), entry.getValue()))
        .collect(Collectors.toMap(SeriesSpan::series, Function.identity(), SeriesSpan::outer))
        .values();
  }

  private static Stream<SeriesSpan> spans(
      IndicatorDefinition definition, SortedSet<TimePeriod> periods) {
    YearMonth first =
        periods.stream().map(TimePeriod::firstMonth).min(YearMonth::compareTo).orElseThrow();
    return definition.formula().spans(first, periods.last().lastMonth());
  }

  private Stream<RecomputedIndicator> compute(
      IndicatorDefinition definition, SortedSet<TimePeriod> affected, Sources sources) {
    Formula.Rebuild rebuild = definition.formula().rebuild(sources);
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
