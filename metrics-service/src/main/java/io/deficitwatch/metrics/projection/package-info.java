/**
 * Paths of periods with no observation yet, with intervals, kept apart from observations. Front
 * doors: {@link io.deficitwatch.metrics.projection.ProjectIndicators} after a release, {@link
 * io.deficitwatch.metrics.projection.ProjectKnown} for a question.
 */
@NullMarked
package io.deficitwatch.metrics.projection;

import org.jspecify.annotations.NullMarked;
