/**
 * What projections would have said at each release, and how far off they would have been. Pure;
 * front door: {@link io.deficitwatch.metrics.backtest.RunBacktest}.
 */
@NullMarked
package io.deficitwatch.metrics.backtest;

import org.jspecify.annotations.NullMarked;
