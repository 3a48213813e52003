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
import java.util.function.Function;

/** Several histories read together: there is another figure at each vintage that changed one. */
public final class CombinedHistory {
  private CombinedHistory() {}

  /**
   * @param period of the result
   * @param rule what the readings of all parts at one vintage come to
   */
  public static IndicatorHistory of(
      TimePeriod period, List<IndicatorHistory> parts, Function<List<Reading>, Reading> rule) {
    List<NavigableMap<KnownVintage, IndicatorFigure>> histories =
        parts.stream().map(CombinedHistory::byVintage).toList();
    TreeSet<KnownVintage> vintages = new TreeSet<>();
    histories.forEach(history -> vintages.addAll(history.keySet()));
    List<IndicatorFigure> figures = new ArrayList<>();
    for (KnownVintage known : vintages) {
      List<Optional<IndicatorFigure>> now =
          histories.stream()
              .map(history -> Optional.ofNullable(history.floorEntry(known)))
              .map(entry -> entry.map(found -> found.getValue()))
              .toList();
      Reading reading = rule.apply(now.stream().map(CombinedHistory::reading).toList());
      IndicatorFigure.append(
          figures, new IndicatorFigure(known, reading.value(), reading.status(), basis(now)));
    }
    return new IndicatorHistory(period, figures);
  }

  private static NavigableMap<KnownVintage, IndicatorFigure> byVintage(IndicatorHistory history) {
    NavigableMap<KnownVintage, IndicatorFigure> figures = new TreeMap<>();
    history.figures().forEach(figure -> figures.put(figure.known(), figure));
    return figures;
  }

  private static Reading reading(Optional<IndicatorFigure> figure) {
    return figure.map(now -> Reading.of(now.value(), now.status())).orElse(Reading.NONE);
  }

  // As good as the poorest of the parts
  private static Basis basis(List<Optional<IndicatorFigure>> figures) {
    boolean components =
        figures.stream()
            .allMatch(figure -> figure.filter(now -> now.basis() == Basis.COMPONENTS).isPresent());
    return components ? Basis.COMPONENTS : Basis.PUBLISHED_TOTAL;
  }
}
