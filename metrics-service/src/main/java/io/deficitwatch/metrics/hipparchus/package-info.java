/** Hipparchus behind the port for minimising functions. Called through it only. */
@NullMarked
package io.deficitwatch.metrics.hipparchus;

import org.jspecify.annotations.NullMarked;
