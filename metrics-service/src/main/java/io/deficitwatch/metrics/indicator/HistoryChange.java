package io.deficitwatch.metrics.indicator;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A history as the store has it and as it was rebuilt; both are of one period. */
public record HistoryChange(IndicatorHistory before, IndicatorHistory after) {
  boolean isOne() {
    return !before.equals(after);
  }

  /** The figures that the store has and must no longer have; none while releases come in order. */
  public Stream<IndicatorFigure> removed() {
    return missing(before.figures(), after.figures());
  }

  /** The figures that the store has yet to take. */
  public Stream<IndicatorFigure> added() {
    return missing(after.figures(), before.figures());
  }

  private static Stream<IndicatorFigure> missing(
      List<IndicatorFigure> figures, List<IndicatorFigure> others) {
    Set<IndicatorFigure> there = Set.copyOf(others);
    return figures.stream().filter(figure -> !there.contains(figure));
  }
}
