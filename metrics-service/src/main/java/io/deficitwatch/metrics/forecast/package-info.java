/**
 * How a series of numbers goes on: models, their combination, and the paths that the series may
 * take. Plain mathematics, in doubles and without periods; {@code projection} calls it.
 */
@NullMarked
package io.deficitwatch.metrics.forecast;

import org.jspecify.annotations.NullMarked;
