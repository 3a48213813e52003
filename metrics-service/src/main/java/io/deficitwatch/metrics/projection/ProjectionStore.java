package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import java.time.Instant;
import java.util.Optional;

/** Where projections are kept, every one with the vintage it was made from. */
public interface ProjectionStore {
  /** The one made last by this version of the definition. */
  Optional<ProjectionRecomputed> findLatest(IndicatorRef indicator);

  /** The one announced last under its key, by whichever version of the definition. */
  Optional<ProjectionRecomputed> findAnnounced(IndicatorRef indicator);

  void add(ProjectionRecomputed projection, String engine, Instant madeAt);

  /** Notes that the engine makes the one announced last just so. */
  void confirm(IndicatorRef indicator, String engine);
}
