/** Paths without a database. */
@NullMarked
package io.deficitwatch.metrics.projection;

import org.jspecify.annotations.NullMarked;
