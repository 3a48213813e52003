/**
 * When a projected path passes a threshold, and how the running period will end: counted over
 * simulated paths. Pure; front doors: {@link io.deficitwatch.metrics.crossing.Crossing} and {@link
 * io.deficitwatch.metrics.crossing.Nowcast}.
 */
@NullMarked
package io.deficitwatch.metrics.crossing;

import org.jspecify.annotations.NullMarked;
