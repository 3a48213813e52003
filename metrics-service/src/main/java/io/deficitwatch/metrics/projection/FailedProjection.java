package io.deficitwatch.metrics.projection;

import java.time.Instant;

/**
 * That a projection could not be made since its figures changed last.
 *
 * @param failures attempts that failed since then, at least one
 * @param reason of the last one; what was thrown, in words for operators
 * @param nextAttemptAt not before this moment, unless its figures change earlier
 */
public record FailedProjection(int failures, String reason, Instant nextAttemptAt) {}
