package io.deficitwatch.metrics.revision;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure in its place among all of its period.
 *
 * @param release the number of the release for that period, from 1; releases between that repeat
 *     the figure before are counted
 * @param lagDays from the last day of the period to the day of the release, both in UTC
 * @param changeToPrevious against the last value before; empty for the first figure and without a
 *     value
 * @param changeToFirst against the first value; likewise
 */
public record RevisedFigure(
    PublishedFigure figure,
    int release,
    long lagDays,
    Optional<BigDecimal> changeToPrevious,
    Optional<BigDecimal> changeToFirst,
    Dating dating) {}
