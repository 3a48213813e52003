/** Balances without a database. */
@NullMarked
package io.deficitwatch.metrics.indicator;

import org.jspecify.annotations.NullMarked;
