package io.deficitwatch.metrics.record;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import java.util.Optional;

/**
 * A figure in its context.
 *
 * @param previous the figure before, if this is a revision
 * @param first the figure as first known
 * @param ranking empty without a value
 */
public record RankedFigure(
    TimePeriod period,
    IndicatorFigure figure,
    Optional<IndicatorFigure> previous,
    Figure first,
    Optional<Ranking> ranking) {}
