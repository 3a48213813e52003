/** Thresholds and paths without a database. */
@NullMarked
package io.deficitwatch.metrics.crossing;

import org.jspecify.annotations.NullMarked;
