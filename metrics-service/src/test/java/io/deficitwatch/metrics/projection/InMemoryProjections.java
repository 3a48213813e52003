package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The current projections in memory. */
final class InMemoryProjections implements ProjectionStore {
  final Map<String, String> engines = new HashMap<>();
  private final Map<IndicatorRef, ProjectionRecomputed> latest = new HashMap<>();
  private final Map<String, ProjectionRecomputed> announced = new HashMap<>();

  @Override
  public Optional<ProjectionRecomputed> findLatest(IndicatorRef indicator) {
    return Optional.ofNullable(latest.get(indicator));
  }

  @Override
  public Optional<ProjectionRecomputed> findAnnounced(IndicatorRef indicator) {
    return Optional.ofNullable(announced.get(key(indicator)));
  }

  @Override
  public void add(ProjectionRecomputed projection, String engine, Instant madeAt) {
    latest.put(projection.indicator(), projection);
    announced.put(key(projection.indicator()), projection);
    engines.put(key(projection.indicator()), engine);
  }

  @Override
  public void confirm(IndicatorRef indicator, String engine) {
    engines.put(key(indicator), engine);
  }

  private static String key(IndicatorRef indicator) {
    return indicator.id() + "/" + indicator.refArea() + "/" + indicator.frequency();
  }
}
