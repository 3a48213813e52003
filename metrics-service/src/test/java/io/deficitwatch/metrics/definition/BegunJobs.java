package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes for which versions jobs were begun; none is ever due. */
class BegunJobs implements JobStore {
  final List<String> begun = new ArrayList<>();

  @Override
  public void start(IndicatorDefinition definition, Instant at) {
    begun.add(definition.id() + " " + definition.version());
  }

  @Override
  public Optional<Due> findDue() {
    return Optional.empty();
  }

  @Override
  public boolean take(Due due) {
    return false;
  }

  @Override
  public void finish(Due due, long changedValues, Instant at) {}

  @Override
  public void recordFailure(Due due) {}

  @Override
  public Optional<IndicatorJob> find(String indicator, int definitionVersion) {
    return Optional.empty();
  }

  @Override
  public List<IndicatorJob> list(int most) {
    return List.of();
  }

  @Override
  public Optional<Integer> findAnnouncedBefore(Due due) {
    return Optional.empty();
  }
}
