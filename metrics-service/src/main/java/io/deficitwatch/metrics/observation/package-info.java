/**
 * What releases said, vintage by vintage: nothing is overwritten, and what a release left out is
 * kept as dropped. Front door: {@link io.deficitwatch.metrics.observation.MergeVintage}.
 * Indicators, records and projections build on it; it knows none of them.
 */
@NullMarked
package io.deficitwatch.metrics.observation;

import org.jspecify.annotations.NullMarked;
