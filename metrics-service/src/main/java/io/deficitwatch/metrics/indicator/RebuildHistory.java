package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorDefinition.PublishedTotal;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The history of a balance, from the histories of what it rests on and from nothing else: so it
 * does not matter in which order the releases came.
 */
final class RebuildHistory {
  private final IndicatorDefinition definition;
  private final Sources sources;
  private final Map<TimePeriod, Readings> months = new HashMap<>();

  RebuildHistory(IndicatorDefinition definition, Sources sources) {
    this.definition = definition;
    this.sources = sources;
  }

  /** The components summed where every month of the period has all of them, else as published. */
  IndicatorHistory of(TimePeriod period) {
    Readings summed =
        Readings.combine(
            period.months().map(month -> month(TimePeriod.ofMonth(month))).toList(), Reading::sum);
    Readings published = published(period);
    TreeSet<KnownVintage> vintages = new TreeSet<>(summed.vintages());
    vintages.addAll(published.vintages());
    List<IndicatorFigure> figures = new ArrayList<>();
    Basis basis = Basis.COMPONENTS;
    for (KnownVintage known : vintages) {
      Reading sum = summed.at(known);
      Reading total = published.at(known);
      if (sum.value().isPresent()) {
        basis = Basis.COMPONENTS;
      } else if (total.value().isPresent()) {
        basis = Basis.PUBLISHED_TOTAL;
      }
      Reading reading = sum.value().isPresent() ? sum : total;
      append(figures, new IndicatorFigure(known, reading.value(), reading.status(), basis));
    }
    return new IndicatorHistory(period, figures);
  }

  private static void append(List<IndicatorFigure> figures, IndicatorFigure next) {
    boolean news =
        figures.isEmpty() ? next.value().isPresent() : !figures.getLast().readsLike(next);
    if (news) {
      figures.add(next);
    }
  }

  private Readings month(TimePeriod month) {
    return months.computeIfAbsent(
        month,
        _ ->
            Readings.combine(
                definition.components().stream()
                    .map(component -> component.readings(sources, month))
                    .toList(),
                Reading::sum));
  }

  private Readings published(TimePeriod period) {
    Frequency frequency = period.frequency();
    return definition.publishedTotals().stream()
        .filter(total -> total.frequency() == frequency)
        .map(PublishedTotal::series)
        .map(series -> sources.of(series, period))
        .findFirst()
        .orElse(Readings.NEVER);
  }
}
