/** Definitions without a database. */
@NullMarked
package io.deficitwatch.metrics.definition;

import org.jspecify.annotations.NullMarked;
