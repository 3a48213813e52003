/**
 * Paths of periods with no observation yet, with intervals, kept apart from observations; and the
 * scenario points that others published. Front door: {@link
 * io.deficitwatch.metrics.projection.ProjectIndicators}.
 */
@NullMarked
package io.deficitwatch.metrics.projection;

import org.jspecify.annotations.NullMarked;
