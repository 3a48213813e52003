package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.Sum.PublishedTotal;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Histories of sums. */
final class SumHistories implements Formula.Rebuild {
  private final Sum sum;
  private final Sources sources;
  private final Map<TimePeriod, Readings> parts = new HashMap<>();

  SumHistories(Sum sum, Sources sources) {
    this.sum = sum;
    this.sources = sources;
  }

  /** The components summed where every part of the period has all of them, else as published. */
  @Override
  public IndicatorHistory of(TimePeriod period) {
    Readings summed = Readings.combine(sum.parts(period).map(this::part).toList(), Reading::sum);
    Readings published = published(period);
    TreeSet<KnownVintage> vintages = new TreeSet<>(summed.vintages());
    vintages.addAll(published.vintages());
    List<IndicatorFigure> figures = new ArrayList<>();
    Basis basis = Basis.COMPONENTS;
    for (KnownVintage known : vintages) {
      Reading own = summed.at(known);
      Reading total = published.at(known);
      if (own.value().isPresent()) {
        basis = Basis.COMPONENTS;
      } else if (total.value().isPresent()) {
        basis = Basis.PUBLISHED_TOTAL;
      }
      Reading reading = own.value().isPresent() ? own : total;
      IndicatorFigure.append(
          figures, new IndicatorFigure(known, reading.value(), reading.status(), basis));
    }
    return new IndicatorHistory(period, figures);
  }

  private Readings part(TimePeriod part) {
    return parts.computeIfAbsent(
        part,
        _ ->
            Readings.combine(
                sum.components().stream()
                    .filter(component -> component.holdsFor(part))
                    .map(component -> component.readings(sources, part))
                    .toList(),
                Reading::sum));
  }

  private Readings published(TimePeriod period) {
    Frequency frequency = period.frequency();
    return sum.publishedTotals().stream()
        .filter(total -> total.frequency() == frequency)
        .map(PublishedTotal::series)
        .map(series -> sources.of(series, period))
        .findFirst()
        .orElse(Readings.NEVER);
  }
}
