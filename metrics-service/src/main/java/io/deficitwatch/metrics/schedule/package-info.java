/** What the service does by itself: at its start, and again and again. */
@NullMarked
package io.deficitwatch.metrics.schedule;

import org.jspecify.annotations.NullMarked;
