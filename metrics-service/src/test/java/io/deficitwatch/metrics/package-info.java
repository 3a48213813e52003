/** What holds for the whole service. */
@NullMarked
package io.deficitwatch.metrics;

import org.jspecify.annotations.NullMarked;
