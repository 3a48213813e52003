package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;
import java.util.Optional;

/**
 * What someone hands in, and what they say about it.
 *
 * @param format empty: to be recognised
 * @param releasedAt when the publisher released it; empty: the content says so
 * @param stage empty: nothing was said
 * @param corrects id of the release that this one corrects, if the sender said so
 */
public record Submission(
    DataflowRef dataflow,
    Optional<FormatName> format,
    Optional<Instant> releasedAt,
    Optional<Stage> stage,
    Optional<String> corrects,
    Content content) {}
