package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a period read from one vintage on.
 *
 * @param value exact, in base units; empty if the publisher gives none, or no longer
 * @param basis of an indicator; a series has none
 */
public record PublishedFigure(
    KnownVintage known,
    Optional<BigDecimal> value,
    ObservationStatus status,
    Optional<Basis> basis) {}
