package io.deficitwatch.contracts.value;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a release says of one period of a series.
 *
 * @param value exact, in base units (yen, not 100 million yen); empty if the publisher gives none,
 *     and then {@code status} says why
 */
public record Observation(
    TimePeriod period, Optional<BigDecimal> value, ObservationStatus status) {}
