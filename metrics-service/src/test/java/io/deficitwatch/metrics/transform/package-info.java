@NullMarked
package io.deficitwatch.metrics.transform;

import org.jspecify.annotations.NullMarked;
