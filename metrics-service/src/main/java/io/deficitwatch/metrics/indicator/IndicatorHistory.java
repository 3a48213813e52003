package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All figures of an indicator for one complete period, in vintage order; the first has a value. */
public record IndicatorHistory(TimePeriod period, List<IndicatorFigure> figures) {
  public IndicatorHistory {
    figures = List.copyOf(figures);
  }

  public Optional<IndicatorFigure> latest() {
    return figures.isEmpty() ? Optional.empty() : Optional.of(figures.getLast());
  }

  /** What of it was known at the moment. */
  public IndicatorHistory asOf(Instant moment) {
    return where(figure -> !figure.known().releasedAt().isAfter(moment));
  }

  /** What of it was known once this vintage was. */
  public IndicatorHistory asOf(KnownVintage known) {
    return where(figure -> figure.known().compareTo(known) <= 0);
  }

  /** What of it was known before this vintage was. */
  public IndicatorHistory before(KnownVintage known) {
    return where(figure -> figure.known().compareTo(known) < 0);
  }

  private IndicatorHistory where(Predicate<IndicatorFigure> condition) {
    return new IndicatorHistory(period, figures.stream().filter(condition).toList());
  }

  public Optional<Figure> first() {
    return figures.stream().flatMap(figure -> figure.figure().stream()).findFirst();
  }

  /** The last figure with a value before the latest. */
  public Optional<IndicatorFigure> previous() {
    return figures.stream()
        .limit(Math.max(0, figures.size() - 1))
        .filter(figure -> figure.value().isPresent())
        .reduce((_, later) -> later);
  }
}
