package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import java.time.Instant;
import java.util.List;

/** All figures of one period in vintage order, each other than the one before. */
public record FigureHistory(TimePeriod period, List<PublishedFigure> figures) {
  public FigureHistory {
    figures = List.copyOf(figures);
  }

  /** What was known until the moment, from the first figure with a value on. */
  FigureHistory until(Instant moment) {
    return new FigureHistory(
        period,
        figures.stream()
            .takeWhile(figure -> !figure.known().releasedAt().isAfter(moment))
            .dropWhile(figure -> figure.value().isEmpty())
            .toList());
  }
}
