package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.TimePeriod;

/** A period of a series whose history a merge changed. */
public record ChangedPeriod(SeriesRef series, TimePeriod period) {}
