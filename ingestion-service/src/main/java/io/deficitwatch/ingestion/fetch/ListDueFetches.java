package io.deficitwatch.ingestion.fetch;

import static java.util.stream.Collectors.toMap;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.fetch.PollSchedule.Expectation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells which fetches are to be made now: by the calendar, or because somebody asked. */
@ApplicationScoped
public class ListDueFetches {
  // What was foreseen may be wrong meanwhile: by another calendar, or a release that was retracted.
  private static final Duration BETWEEN_RECONSIDERATIONS = Duration.ofMinutes(10);

  private final Sources sources;
  private final FetchStates states;
  private final Fetches fetches;
  private final Expectations expectations;
  private final PollSchedule schedule;
  private final Clock clock;
  private Instant reconsiderAt = Instant.EPOCH;

  public ListDueFetches(
      Sources sources,
      FetchStates states,
      Fetches fetches,
      Expectations expectations,
      FetchPolicy policy,
      Clock clock) {
    this.sources = sources;
    this.states = states;
    this.fetches = fetches;
    this.expectations = expectations;
    this.schedule = new PollSchedule(policy);
    this.clock = clock;
  }

  /**
   * A fetch that is to be made.
   *
   * @param requestId of the wish that it fulfils, if it fulfils one
   */
  public record DueFetch(Source source, Optional<String> requestId) {}

  /** At most one a source. While nothing is to be done it asks the database once. */
  @Transactional
  public List<DueFetch> list() {
    Instant now = clock.instant();
    List<Source> awake = awake(now);
    return awake.isEmpty() ? List.of() : due(awake, now);
  }

  private List<Source> awake(Instant now) {
    if (!now.isBefore(reconsiderAt)) {
      reconsiderAt = now.plus(BETWEEN_RECONSIDERATIONS);
      return sources.listSources();
    }
    Set<DataflowRef> resting = states.listResting(now);
    return sources.listSources().stream()
        .filter(source -> !resting.contains(source.dataflow()))
        .toList();
  }

  private List<DueFetch> due(List<Source> awake, Instant now) {
    Map<DataflowRef, String> wishes =
        fetches.listOpen().stream().collect(toMap(Fetch::dataflow, Fetch::id));
    return awake.stream()
        .flatMap(source -> due(source, Optional.ofNullable(wishes.get(source.dataflow())), now))
        .toList();
  }

  private Stream<DueFetch> due(Source source, Optional<String> wish, Instant now) {
    FetchState state =
        states.find(source.dataflow()).orElseGet(() -> FetchState.unknown(source.dataflow()));
    Instant from = wish.isPresent() ? schedule.earliest(source, state) : nextAt(source, state, now);
    return now.isBefore(from) ? Stream.empty() : Stream.of(new DueFetch(source, wish));
  }

  private Instant nextAt(Source source, FetchState state, Instant now) {
    Expectation expected = expectations.of(state, now);
    Instant nextAt = schedule.nextAt(source, state, expected);
    if (now.isBefore(nextAt)) {
      states.foresee(source.dataflow(), nextAt);
    }
    return nextAt;
  }
}
