/** Scenarios without a database. */
@NullMarked
package io.deficitwatch.metrics.scenario;

import org.jspecify.annotations.NullMarked;
