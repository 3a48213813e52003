package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Vintage;
import java.util.Collection;
import java.util.Optional;

/** The queue of indicators to be projected; each is in it once, however often it changed. */
public interface DueProjections {
  void add(Collection<IndicatorRef> indicators, Vintage cause);

  /** The one that waits longest; it stays in the queue. */
  Optional<DueProjection> next();

  /** Takes it out, unless it changed since. */
  boolean take(DueProjection due);
}
