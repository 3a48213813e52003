package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Histories of ratios: another figure at each vintage that changed one of the two sides. */
final class RatioHistories implements Formula.Rebuild {
  private final Formula.Rebuild numerators;
  private final Formula.Rebuild denominators;
  private final int sign;

  RatioHistories(Formula.Rebuild numerators, Formula.Rebuild denominators, int sign) {
    this.numerators = numerators;
    this.denominators = denominators;
    this.sign = sign;
  }

  @Override
  public IndicatorHistory of(TimePeriod period) {
    NavigableMap<KnownVintage, IndicatorFigure> above = byVintage(numerators.of(period));
    NavigableMap<KnownVintage, IndicatorFigure> below = byVintage(denominators.of(period));
    TreeSet<KnownVintage> vintages = new TreeSet<>(above.keySet());
    vintages.addAll(below.keySet());
    List<IndicatorFigure> figures = new ArrayList<>();
    for (KnownVintage known : vintages) {
      Optional<IndicatorFigure> numerator = at(above, known);
      Optional<IndicatorFigure> denominator = at(below, known);
      Reading ratio = reading(numerator).over(reading(denominator));
      IndicatorFigure.append(
          figures,
          new IndicatorFigure(
              known,
              (sign < 0 ? ratio.negated() : ratio).value(),
              ratio.status(),
              basis(numerator, denominator)));
    }
    return new IndicatorHistory(period, figures);
  }

  private static NavigableMap<KnownVintage, IndicatorFigure> byVintage(IndicatorHistory history) {
    NavigableMap<KnownVintage, IndicatorFigure> figures = new TreeMap<>();
    history.figures().forEach(figure -> figures.put(figure.known(), figure));
    return figures;
  }

  private static Optional<IndicatorFigure> at(
      NavigableMap<KnownVintage, IndicatorFigure> figures, KnownVintage known) {
    return Optional.ofNullable(figures.floorEntry(known)).map(entry -> entry.getValue());
  }

  private static Reading reading(Optional<IndicatorFigure> figure) {
    return figure.map(now -> Reading.of(now.value(), now.status())).orElse(Reading.NONE);
  }

  // As good as the poorer of the two sides
  private static Basis basis(
      Optional<IndicatorFigure> numerator, Optional<IndicatorFigure> denominator) {
    boolean components =
        numerator.filter(RatioHistories::isOfComponents).isPresent()
            && denominator.filter(RatioHistories::isOfComponents).isPresent();
    return components ? Basis.COMPONENTS : Basis.PUBLISHED_TOTAL;
  }

  private static boolean isOfComponents(IndicatorFigure figure) {
    return figure.basis() == Basis.COMPONENTS;
  }
}
