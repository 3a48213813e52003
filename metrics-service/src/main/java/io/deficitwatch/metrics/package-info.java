/** Keeps vintages of official statistics and computes indicators, records and projections. */
@NullMarked
package io.deficitwatch.metrics;

import org.jspecify.annotations.NullMarked;
