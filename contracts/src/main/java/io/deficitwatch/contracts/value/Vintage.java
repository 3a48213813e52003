package io.deficitwatch.contracts.value;

import java.time.Instant;

/**
 * Which release a figure was published by: the answer to "known since when, from whom".
 *
 * @param releaseId the id that ingestion gave the release
 * @param dataflow what was released
 * @param releasedAt when the agency published it
 */
public record Vintage(String releaseId, DataflowRef dataflow, Instant releasedAt) {}
