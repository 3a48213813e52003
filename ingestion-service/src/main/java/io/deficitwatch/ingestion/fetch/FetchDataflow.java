package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.calendar.ReleaseCalendar;
import io.deficitwatch.ingestion.calendar.ScheduledRelease;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.fetch.FetchState.Taken;
import io.deficitwatch.ingestion.fetch.Fetched.Complete;
import io.deficitwatch.ingestion.fetch.Fetched.Edition;
import io.deficitwatch.ingestion.fetch.ListDueFetches.DueFetch;
import io.deficitwatch.ingestion.release.Admission;
import io.deficitwatch.ingestion.release.IngestOutcome;
import io.deficitwatch.ingestion.release.IngestRelease;
import io.deficitwatch.ingestion.release.ScratchFull;
import io.deficitwatch.ingestion.release.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/** Asks the publisher once, takes what is new, and notes what happened. */
@ApplicationScoped
public class FetchDataflow {
  private static final int MOST_WAITS = 15;

  private final SourceClient client;
  private final Admission admission;
  private final IngestRelease ingestRelease;
  private final Catalogue catalogue;
  private final ReleaseCalendar calendar;
  private final RecordFetch recordFetch;
  private final Clock clock;

  public FetchDataflow(
      SourceClient client,
      Admission admission,
      IngestRelease ingestRelease,
      Catalogue catalogue,
      ReleaseCalendar calendar,
      RecordFetch recordFetch,
      Clock clock) {
    this.client = client;
    this.admission = admission;
    this.ingestRelease = ingestRelease;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.recordFetch = recordFetch;
    this.clock = clock;
  }

  public FetchOutcome fetch(DueFetch due) {
    FetchState state = recordFetch.start(due, now());
    try (Fetched fetched = ask(due.source(), state.validators())) {
      FetchOutcome outcome =
          switch (fetched) {
            case Complete complete -> take(due.source(), state, complete);
            case FetchOutcome.NotModified same -> same;
            case FetchOutcome.PublisherError error -> error;
            case FetchOutcome.Unreachable failure -> failure;
            case FetchOutcome.Busy busy -> busy;
          };
      recordFetch.end(due, state, outcome, known(fetched, state, outcome), now());
      return outcome;
    } catch (RuntimeException | Error e) {
      // Without it in the state, what broke this fetch would break the next one a moment later, and
      // a wish would be begun again for ever.
      recordFailure(due, state, e);
      throw e;
    }
  }

  private Fetched ask(Source source, Validators known) {
    try {
      return client.fetch(source, known);
    } catch (ScratchFull _) {
      return new FetchOutcome.Busy();
    }
  }

  private void recordFailure(DueFetch due, FetchState state, Throwable failure) {
    try {
      recordFetch.end(due, state, FetchOutcome.Failed.of(failure), Optional.empty(), now());
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private FetchOutcome take(Source source, FetchState state, Complete fetched) {
    Optional<Taken> same =
        state.taken().filter(taken -> taken.fingerprint().equals(fetched.edition().fingerprint()));
    return same.<FetchOutcome>map(taken -> new FetchOutcome.Unchanged(taken.releaseId()))
        .orElseGet(() -> ingest(source, fetched));
  }

  private FetchOutcome ingest(Source source, Complete fetched) {
    Edition edition = fetched.edition();
    Instant releasedAt = releasedAt(source.dataflow(), edition);
    var submission =
        new Submission(
            source.dataflow(),
            source.format(),
            // Where the content has the publisher's own day, it is read from there.
            edition.updatedOn().isPresent() ? Optional.empty() : Optional.of(releasedAt),
            stage(source.dataflow(), releasedAt),
            Optional.empty(),
            fetched.content());
    return admitted(submission).map(FetchDataflow::outcome).orElseGet(FetchOutcome.Busy::new);
  }

  private static FetchOutcome outcome(IngestOutcome ingested) {
    return switch (ingested) {
      case IngestOutcome.Accepted(var release) ->
          new FetchOutcome.NewRelease(
              release.id(), release.vintage().releasedAt(), release.standing().state());
      case IngestOutcome.Repeated(var first) -> new FetchOutcome.Unchanged(first.id());
      // The same bytes, of which somebody who handed them in said something else.
      case IngestOutcome.Contradicting(var first, var _) -> new FetchOutcome.Unchanged(first.id());
      case IngestOutcome.Refused(var reason, var findings, var count, var _) ->
          new FetchOutcome.Refused(reason, findings, count);
    };
  }

  // What came waits in its file meanwhile; to ask for it again would be a burden on the publisher.
  private Optional<IngestOutcome> admitted(Submission submission) {
    for (int i = 0; i < MOST_WAITS; i++) {
      Optional<Admission.Hold> memory = admission.hold(submission.content().size());
      if (memory.isPresent()) {
        try (var _ = memory.get()) {
          return Optional.of(ingestRelease.ingest(submission));
        }
      }
    }
    return Optional.empty();
  }

  private Instant releasedAt(DataflowRef dataflow, Edition edition) {
    return edition
        .updatedOn()
        .flatMap(day -> catalogue.find(dataflow).map(flow -> flow.publication().momentOf(day)))
        .or(() -> edition.modifiedAt().filter(moment -> !moment.isAfter(now())))
        .orElseGet(this::now);
  }

  // One reply has the first figures of a month beside restated ones: the deepest revision counts.
  private Optional<Stage> stage(DataflowRef dataflow, Instant releasedAt) {
    return calendar.listOnDayOf(dataflow, releasedAt).stream()
        .map(ScheduledRelease::stage)
        .filter(stage -> stage != Stage.UNSPECIFIED)
        .max(Comparator.naturalOrder());
  }

  /**
   * What the publisher need not send again: nothing that was refused, for that may be our fault.
   */
  private Optional<RecordFetch.Known> known(
      Fetched fetched, FetchState state, FetchOutcome outcome) {
    if (!(fetched instanceof Complete complete)) {
      return Optional.empty();
    }
    Optional<Taken> taken =
        switch (outcome) {
          case FetchOutcome.NewRelease(var id, var releasedAt, var _) ->
              Optional.of(new Taken(id, releasedAt, complete.edition().fingerprint()));
          case FetchOutcome.Unchanged(var id) ->
              Optional.of(
                  new Taken(
                      id,
                      state
                          .taken()
                          .filter(before -> before.releaseId().equals(id))
                          .map(Taken::releasedAt)
                          .orElseGet(() -> recordFetch.releasedAt(id)),
                      complete.edition().fingerprint()));
          default -> Optional.empty();
        };
    return taken.map(release -> new RecordFetch.Known(release, complete.validators()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
