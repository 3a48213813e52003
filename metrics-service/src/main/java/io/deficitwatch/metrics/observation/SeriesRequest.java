package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A page of the series of a dataflow, as known at a moment.
 *
 * @param asOf empty for the latest
 * @param includeHistory every vintage up to that moment instead of the last one of each period
 * @param firstMonth no period of the calendar that begins before it is read, to read less; others
 *     are
 * @param lastMonth none that ends after it, likewise
 * @param after only series whose keys follow this one
 * @param limit most series
 * @param enough observations, after which the page ends with the series that it is at
 */
public record SeriesRequest(
    DataflowRef dataflow,
    SeriesPattern pattern,
    Optional<Instant> asOf,
    boolean includeHistory,
    Optional<YearMonth> firstMonth,
    Optional<YearMonth> lastMonth,
    Optional<SeriesKey> after,
    int limit,
    int enough) {}
