package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Vintage;

/**
 * An indicator that has to be projected anew.
 *
 * @param cause the release, or the computation, that changed it last
 * @param ticket its place in the queue; another one once it changed again
 */
public record DueProjection(IndicatorRef indicator, Vintage cause, long ticket) {}
