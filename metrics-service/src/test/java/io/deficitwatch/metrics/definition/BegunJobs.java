package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.definition.IndicatorJob.JobState;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notes for which versions jobs were begun; none is ever due, and those are ready that are told.
 */
class BegunJobs implements JobStore {
  final List<String> begun = new ArrayList<>();
  final Set<Integer> ready = new HashSet<>();

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
  public boolean isLeft(String indicator, int definitionVersion, String refArea) {
    return false;
  }

  @Override
  public Optional<IndicatorJob> find(String indicator, int definitionVersion) {
    return begun.contains(indicator + " " + definitionVersion)
        ? Optional.of(
            new IndicatorJob(
                indicator,
                definitionVersion,
                Instant.EPOCH,
                Optional.empty(),
                ready.contains(definitionVersion) ? JobState.READY : JobState.COMPUTING,
                new IndicatorJob.Progress(1, 0, 0, 0)))
        : Optional.empty();
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
