/** Looking back without a database. */
@NullMarked
package io.deficitwatch.metrics.backtest;

import org.jspecify.annotations.NullMarked;
