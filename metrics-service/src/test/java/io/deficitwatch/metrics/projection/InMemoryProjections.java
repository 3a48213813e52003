package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The current projections in memory. */
final class InMemoryProjections implements ProjectionStore {
  private final Map<IndicatorRef, ProjectionRecomputed> latest = new HashMap<>();

  @Override
  public Optional<ProjectionRecomputed> findLatest(IndicatorRef indicator) {
    return Optional.ofNullable(latest.get(indicator));
  }

  @Override
  public void add(ProjectionRecomputed projection, Instant madeAt) {
    latest.put(projection.indicator(), projection);
  }
}
