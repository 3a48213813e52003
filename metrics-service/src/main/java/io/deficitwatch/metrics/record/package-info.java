/**
 * The place of a figure among like periods, and the announcement of figures that changed. Front
 * doors: {@link io.deficitwatch.metrics.record.RankIndicators} and {@link
 * io.deficitwatch.metrics.record.RankedHistories}.
 */
@NullMarked
package io.deficitwatch.metrics.record;

import org.jspecify.annotations.NullMarked;
