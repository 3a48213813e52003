package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The figures of one period in the order of its releases: a row of the revision triangle.
 *
 * @param moments at which the period was released, in order
 */
public record PeriodRevisions(
    TimePeriod period, List<Instant> moments, List<RevisedFigure> figures) {
  public PeriodRevisions {
    moments = List.copyOf(moments);
    figures = List.copyOf(figures);
  }

  static PeriodRevisions of(FigureHistory history, List<Instant> moments, FirstFigures first) {
    List<RevisedFigure> figures = new ArrayList<>();
    Optional<BigDecimal> firstValue = Optional.empty();
    Optional<BigDecimal> previous = Optional.empty();
    for (PublishedFigure figure : history.figures()) {
      KnownVintage known = figure.known();
      figures.add(
          new RevisedFigure(
              figure,
              1 + moments.indexOf(known.releasedAt()),
              lagDays(history.period(), known.releasedAt()),
              change(previous, figure.value()),
              change(firstValue, figure.value()),
              first.dating(history.period(), known)));
      firstValue = firstValue.or(figure::value);
      previous = figure.value().isPresent() ? figure.value() : previous;
    }
    return new PeriodRevisions(history.period(), moments, figures);
  }

  private static Optional<BigDecimal> change(Optional<BigDecimal> from, Optional<BigDecimal> to) {
    return from.flatMap(before -> to.map(now -> now.subtract(before)));
  }

  private static long lagDays(TimePeriod period, Instant releasedAt) {
    LocalDate last =
        period.frequency() == Frequency.D
            ? LocalDate.parse(period.toString())
            : period.lastMonth().atEndOfMonth();
    return ChronoUnit.DAYS.between(last, releasedAt.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** How often the period was released. */
  public int releases() {
    return moments.size();
  }

  public RevisedFigure first() {
    return figures.getFirst();
  }

  public RevisedFigure latest() {
    return figures.getLast();
  }

  /** Whether the first figure is the first that was published, and not only ours. */
  public boolean hasFirstPublication() {
    return first().dating() != Dating.ARCHIVE_FIRST;
  }

  /** How the period read at its n-th release, counted from 1; empty if it has fewer or no value. */
  public Optional<BigDecimal> valueAt(int release) {
    return release > releases()
        ? Optional.empty()
        : figures.stream()
            .takeWhile(figure -> figure.release() <= release)
            .reduce((_, later) -> later)
            .flatMap(figure -> figure.figure().value());
  }

  /** How the period read at the moment; empty before its first figure and without a value. */
  Optional<BigDecimal> valueAt(Instant moment) {
    return figures.stream()
        .map(RevisedFigure::figure)
        .takeWhile(figure -> !figure.known().releasedAt().isAfter(moment))
        .reduce((_, later) -> later)
        .flatMap(PublishedFigure::value);
  }

  /** How the period read once the vintage was known; empty before its first figure. */
  public Optional<PublishedFigure> asOf(KnownVintage known) {
    return figures.stream()
        .map(RevisedFigure::figure)
        .takeWhile(figure -> figure.known().compareTo(known) <= 0)
        .reduce((_, later) -> later);
  }
}
