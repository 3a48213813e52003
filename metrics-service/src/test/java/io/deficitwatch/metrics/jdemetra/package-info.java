/** JDemetra+ behind the ports. */
@NullMarked
package io.deficitwatch.metrics.jdemetra;

import org.jspecify.annotations.NullMarked;
