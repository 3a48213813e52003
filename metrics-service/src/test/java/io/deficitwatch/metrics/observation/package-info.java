/** The vintage store in memory, and what holds for it and for the real one. */
@NullMarked
package io.deficitwatch.metrics.observation;

import org.jspecify.annotations.NullMarked;
