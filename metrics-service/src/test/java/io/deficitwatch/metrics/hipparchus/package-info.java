/** The minimiser on functions whose minimum is known. */
@NullMarked
package io.deficitwatch.metrics.hipparchus;

import org.jspecify.annotations.NullMarked;
