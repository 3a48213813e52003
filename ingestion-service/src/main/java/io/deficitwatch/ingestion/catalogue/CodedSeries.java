package io.deficitwatch.ingestion.catalogue;

import io.deficitwatch.contracts.value.SeriesKey;

/**
 * What a publisher's code means.
 *
 * @param code the publisher's own: {@code BPBP6JYNSN9072}
 * @param key ours
 * @param validity of this meaning
 */
public record CodedSeries(String code, SeriesKey key, Unit unit, Validity validity) {}
