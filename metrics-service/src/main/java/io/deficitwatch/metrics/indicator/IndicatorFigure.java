package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How the value of an indicator for a period read from one vintage on.
 *
 * @param known the release that made it so
 * @param value exact, in base units; empty if a release dropped what it rested on
 */
public record IndicatorFigure(
    KnownVintage known, Optional<BigDecimal> value, ObservationStatus status, Basis basis) {

  /** Adds the figure if it reads differently from the last one; the first has a value. */
  static void append(List<IndicatorFigure> figures, IndicatorFigure next) {
    boolean news =
        figures.isEmpty() ? next.value().isPresent() : !figures.getLast().readsLike(next);
    if (news) {
      figures.add(next);
    }
  }

  /** Whether both say the same, whichever release said it. */
  public boolean readsLike(IndicatorFigure other) {
    return basis == other.basis
        && Reading.of(value, status).readsLike(Reading.of(other.value, other.status));
  }

  public Optional<Figure> figure() {
    return value.map(amount -> new Figure(amount, known.vintage()));
  }
}
