package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Optional;

/** A stretch of a series, both ends included; an empty end is open. */
public record SeriesSpan(SeriesRef series, Optional<TimePeriod> from, Optional<TimePeriod> to) {}
