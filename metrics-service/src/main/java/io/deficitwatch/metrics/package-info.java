@NullMarked
package io.deficitwatch.metrics;

import org.jspecify.annotations.NullMarked;
