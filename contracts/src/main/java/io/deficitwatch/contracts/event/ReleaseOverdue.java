package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.Optional;

/**
 * A release did not come when the calendar had it.
 *
 * @param title of the release
 * @param dueAt when it was to come
 * @param latest the last one that came
 */
public record ReleaseOverdue(
    DataflowRef dataflow, LocalizedText title, Instant dueAt, Optional<Vintage> latest) {}
