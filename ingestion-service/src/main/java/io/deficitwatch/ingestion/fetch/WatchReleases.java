package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.calendar.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

  /**
   * How a dataflow stands.
   *
   * @param late what is late of it
   * @param isNews whether operators were told just now
   */
  public record Watched(DataflowRef dataflow, Optional<Due> late, boolean isNews) {}

  /** Looks at each dataflow that is fetched. */
  @Transactional
  public List<Watched> watch() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return sources.listSources().stream().map(source -> watch(source.dataflow(), now)).toList();
  }

  private Watched watch(DataflowRef dataflow, Instant now) {
    Optional<Due> late = states.find(dataflow).flatMap(state -> late(state, now));
    boolean isNews = late.filter(due -> states.recordLate(dataflow, due.at())).isPresent();
    if (isNews) {
      operators.late(dataflow, late.orElseThrow(), now, expectations.latest(dataflow));
    }
    return new Watched(dataflow, late, isNews);
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
}
