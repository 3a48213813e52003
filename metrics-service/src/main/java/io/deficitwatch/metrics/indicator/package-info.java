/**
 * Balances by definition: which series make them, and how their value for each complete period
 * stood at each vintage. Front door: {@link io.deficitwatch.metrics.indicator.ComputeIndicators}.
 * Records and projections build on it.
 */
@NullMarked
package io.deficitwatch.metrics.indicator;

import org.jspecify.annotations.NullMarked;
