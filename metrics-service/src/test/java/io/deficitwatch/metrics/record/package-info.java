/** Ranks and announcements. */
@NullMarked
package io.deficitwatch.metrics.record;

import org.jspecify.annotations.NullMarked;
