package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.calendar.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Notices releases that are late, and tells operators once of each. */
@ApplicationScoped
public class WatchReleases {
  private final Sources sources;
  private final FetchStates states;
  private final Expectations expectations;
  private final OperatorEvents operators;
  private final FetchPolicy policy;
  private final Clock clock;

  public WatchReleases(
      Sources sources,
      FetchStates states,
      Expectations expectations,
      OperatorEvents operators,
      FetchPolicy policy,
      Clock clock) {
    this.sources = sources;
    this.states = states;
    this.expectations = expectations;
    this.operators = operators;
    this.policy = policy;
    this.clock = clock;
  }

  /** What is late of each dataflow that is fetched. */
  @Transactional
  public Map<DataflowRef, Optional<Due>> watch() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<DataflowRef, Optional<Due>> found = new LinkedHashMap<>();
    for (Source source : sources.listSources()) {
      DataflowRef dataflow = source.dataflow();
      Optional<FetchState> state = states.find(dataflow);
      Optional<Due> late = state.flatMap(one -> late(one, now));
      late.ifPresent(due -> report(state.orElseThrow(), due, now));
      found.put(dataflow, late);
    }
    return found;
  }

  // Only after having looked: a service that was down, or is new, knows nothing yet.
  private Optional<Due> late(FetchState state, Instant now) {
    return expectations
        .unmet(state, now)
        .filter(
            due -> {
              Instant lateFrom = due.at().plus(policy.lateAfter());
              return state.last().filter(last -> !last.at().isBefore(lateFrom)).isPresent();
            });
  }

  private void report(FetchState state, Due due, Instant now) {
    if (states.recordLate(state.dataflow(), due.at())) {
      operators.late(state.dataflow(), due, now, state.last().orElseThrow());
    }
  }
}
