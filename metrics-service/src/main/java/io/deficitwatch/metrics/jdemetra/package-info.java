/**
 * JDemetra+ behind the projection ports; here alone figures become doubles. Called through the
 * ports only.
 */
@NullMarked
package io.deficitwatch.metrics.jdemetra;

import org.jspecify.annotations.NullMarked;
