package io.deficitwatch.metrics.yaml;

import org.jspecify.annotations.Nullable;

/** An exchange rate as its file has it. */
record RateDocument(
    @Nullable String dataflow,
    @Nullable String series,
    @Nullable String currency,
    @Nullable String denominator) {}
