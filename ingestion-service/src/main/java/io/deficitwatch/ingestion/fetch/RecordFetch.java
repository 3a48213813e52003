package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.fetch.FetchState.Taken;
import io.deficitwatch.ingestion.fetch.ListDueFetches.DueFetch;
import io.deficitwatch.ingestion.release.ReadArchive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The transactions before and after asking a publisher; none is open meanwhile. */
@ApplicationScoped
class RecordFetch {
  private final FetchStates states;
  private final Fetches fetches;
  private final Expectations expectations;
  private final ReadArchive archive;
  private final FetchPolicy policy;
  private final PollSchedule schedule;

  RecordFetch(
      FetchStates states,
      Fetches fetches,
      Expectations expectations,
      ReadArchive archive,
      FetchPolicy policy) {
    this.states = states;
    this.fetches = fetches;
    this.expectations = expectations;
    this.archive = archive;
    this.policy = policy;
    this.schedule = new PollSchedule(policy);
  }

  /** What a publisher need not send again. */
  record Known(Taken release, Validators validators) {}

  /** How things stand with the source, which is about to be asked. */
  @Transactional
  FetchState start(DueFetch due, Instant now) {
    due.requestId().ifPresent(id -> fetches.recordStart(id, now));
    DataflowRef dataflow = due.source().dataflow();
    return states.find(dataflow).orElseGet(() -> FetchState.unknown(dataflow));
  }

  @Transactional
  void end(
      DueFetch due, FetchState before, FetchOutcome outcome, Optional<Known> known, Instant now) {
    boolean waiting =
        expectations.unmet(before, now).filter(one -> schedule.isWaitedFor(one, now)).isPresent();
    FetchState after = before.after(outcome, now, waiting, policy.longestRetryAfter());
    FetchState state =
        known.map(one -> after.having(one.release(), one.validators())).orElse(after);
    states.record(state, schedule.nextAt(due.source(), state, expectations.of(state, now)));
    // While there is no room here, a wish stays open.
    due.requestId()
        .filter(_ -> outcome.kind() != FetchOutcome.Kind.BUSY)
        .ifPresent(id -> fetches.recordResult(id, Fetch.Result.of(outcome, now)));
  }

  Instant releasedAt(String releaseId) {
    return archive.find(releaseId).orElseThrow().vintage().releasedAt();
  }
}
