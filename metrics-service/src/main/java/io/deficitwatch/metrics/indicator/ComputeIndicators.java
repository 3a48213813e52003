package io.deficitwatch.metrics.indicator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.ChangedPeriod;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesSpan;
import io.deficitwatch.metrics.observation.StoredObservation;
import io.deficitwatch.metrics.observation.VintageReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final ValueUpdate update;

  public ComputeIndicators(
      DefinitionCatalogue definitions, VintageReader vintages, IndicatorValueStore values) {
    this.definitions = definitions;
    this.vintages = vintages;
    this.values = values;
    this.update = new ValueUpdate(values);
  }

  /** What is other than before; empty if the release changed no latest figure. */
  @Transactional
  public List<RecomputedIndicator> compute(MergedRelease release) {
    if (release.changed().isEmpty()) {
      return List.of();
    }
    Map<IndicatorDefinition, SortedSet<TimePeriod>> affected = new LinkedHashMap<>();
    definitions.listFor(release.refArea()).stream()
        .filter(definition -> definition.scope().refArea().equals(release.refArea()))
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
    List<RebuiltIndicator> rebuilt =
        affected.entrySet().stream()
            .flatMap(entry -> rebuild(entry.getKey(), entry.getValue(), sources))
            .toList();
    return update.store(rebuilt).stream().filter(RecomputedIndicator::isOtherThanBefore).toList();
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

  private static Stream<RebuiltIndicator> rebuild(
      IndicatorDefinition definition, SortedSet<TimePeriod> affected, Sources sources) {
    return rebuilt(definition, affected, sources).entrySet().stream()
        .map(
            entry ->
                new RebuiltIndicator(definition, definition.ref(entry.getKey()), entry.getValue()));
  }

  private static Map<Frequency, List<IndicatorHistory>> rebuilt(
      IndicatorDefinition definition, SortedSet<TimePeriod> periods, Sources sources) {
    Formula.Rebuild rebuild = definition.formula().rebuild(sources);
    return periods.stream()
        .map(rebuild::of)
        .collect(groupingBy(history -> history.period().frequency(), TreeMap::new, toList()));
  }

  /**
   * All values of the area by the definition, from all that is stored. The area is locked.
   *
   * @param before the version whose values of the area stand; what it has and this one has not is
   *     withdrawn
   */
  @Transactional
  public List<RecomputedIndicator> computeAll(
      IndicatorDefinition definition, String refArea, Optional<IndicatorDefinition> before) {
    IndicatorDefinition here = definition.in(refArea);
    Map<SeriesRef, List<StoredObservation>> rows =
        here.scope().refArea().equals(refArea)
            ? vintages.listHistories(whole(here))
            : Map.<SeriesRef, List<StoredObservation>>of();
    List<ChangedPeriod> stored = new ArrayList<>();
    rows.forEach(
        (series, list) ->
            list.stream()
                .map(StoredObservation::period)
                .distinct()
                .forEach(period -> stored.add(new ChangedPeriod(series, period))));
    Map<Frequency, List<IndicatorHistory>> rebuilt =
        rebuilt(here, reached(here, stored), Sources.of(rows));
    List<RebuiltIndicator> every =
        frequencies(rebuilt.keySet(), before)
            .map(
                frequency ->
                    new RebuiltIndicator(
                        here,
                        new IndicatorRef(
                            here.id(), here.version(), refArea, frequency, here.scope().unit()),
                        rebuilt.getOrDefault(frequency, List.of())))
            .toList();
    return update.store(every).stream()
        .map(
            recomputed ->
                before
                    .map(stood -> values.list(stood.ref(recomputed.indicator().frequency())))
                    .map(recomputed::without)
                    .orElse(recomputed))
        .filter(RecomputedIndicator::isOtherThanBefore)
        .toList();
  }

  private static Collection<SeriesSpan> whole(IndicatorDefinition definition) {
    return definition.formula().allSeries().stream()
        .map(series -> new SeriesSpan(series, Optional.empty(), Optional.empty()))
        .toList();
  }

  private static Stream<Frequency> frequencies(
      Set<Frequency> rebuilt, Optional<IndicatorDefinition> before) {
    return Stream.concat(
            rebuilt.stream(),
            before.stream().flatMap(stood -> stood.formula().frequencies().stream()))
        .distinct()
        .sorted();
  }
}
