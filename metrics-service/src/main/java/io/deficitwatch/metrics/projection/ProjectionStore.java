package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import java.time.Instant;
import java.util.Optional;

/** Where projections are kept, every one with the vintage it was made from. */
public interface ProjectionStore {
  /** The one made last. */
  Optional<ProjectionRecomputed> findLatest(IndicatorRef indicator);

  void add(ProjectionRecomputed projection, Instant madeAt);
}
