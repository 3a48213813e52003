package io.deficitwatch.ingestion.backfill;

import io.deficitwatch.ingestion.backfill.BackfillItem.Result;
import io.deficitwatch.ingestion.backfill.BackfillItem.State;
import io.deficitwatch.ingestion.backfill.Backfills.Due;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.Admission;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.IngestOutcome;
import io.deficitwatch.ingestion.release.IngestRelease;
import io.deficitwatch.ingestion.release.Scratch;
import io.deficitwatch.ingestion.release.ScratchFull;
import io.deficitwatch.ingestion.release.SpooledContent;
import io.deficitwatch.ingestion.release.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes the next file. What became of it is noted after it was taken: after a crash between the two
 * it is handed in again, and found to be taken.
 */
@ApplicationScoped
public class RunBackfills {
  private static final int MOST_FAULTS = 20;
  private static final int MOST_FAILURES = 5;
  private final BackfillSteps steps;
  private final IngestRelease ingestRelease;
  private final Admission admission;
  private final Scratch scratch;
  private final Clock clock;
  private Attempt last = new Attempt("", 0);
  private int failures;

  public RunBackfills(
      BackfillSteps steps,
      IngestRelease ingestRelease,
      Admission admission,
      Scratch scratch,
      Clock clock) {
    this.steps = steps;
    this.ingestRelease = ingestRelease;
    this.admission = admission;
    this.scratch = scratch;
    this.clock = clock;
  }

  /** A file that was taken or refused. */
  public record Step(String backfillId, BackfillItem item) {}

  /** Returns what was done; empty if there is nothing to do. */
  public Optional<Step> runNext() {
    Optional<Due> due = steps.findDue();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Optional<BackfillItem> done = takeUnlessHopeless(due.get());
    done.ifPresent(item -> steps.record(due.get().backfillId(), item, clock.instant()));
    return done.map(item -> new Step(due.get().backfillId(), item));
  }

  // A file that fails again and again would keep all that come after it.
  private Optional<BackfillItem> takeUnlessHopeless(Due due) {
    Attempt attempt = new Attempt(due.backfillId(), due.item().number());
    failures = attempt.equals(last) ? failures : 0;
    last = attempt;
    try {
      return take(due);
    } catch (RuntimeException | Error e) {
      failures++;
      if (failures < MOST_FAILURES) {
        throw e;
      }
      Finding fault =
          new Finding(
              "body",
              "it failed %d times, the last time by %s; the log has the whole of it"
                  .formatted(failures, e.getClass().getSimpleName()));
      return Optional.of(
          due.item().done(State.REFUSED, new Result(Optional.empty(), List.of(fault), 1)));
    }
  }

  private record Attempt(String backfillId, int number) {}

  private Optional<BackfillItem> take(Due due) {
    BackfillItem item = due.item();
    Optional<Admission.Hold> memory = admission.hold(item.bytes());
    if (memory.isEmpty()) {
      // Nothing failed: its turn comes later.
      return Optional.empty();
    }
    try (var _ = memory.get();
        InputStream bytes = steps.open(due.backfillId(), item.number());
        SpooledContent content = SpooledContent.of(bytes, scratch, item.bytes())) {
      Content whole = content.content(Optional.empty(), StandardCharsets.UTF_8);
      if (whole.size() != item.bytes()) {
        // Cancelled, or done by another instance, while it was read: a part is not the file.
        return Optional.empty();
      }
      IngestOutcome outcome =
          ingestRelease.ingest(
              new Submission(
                  due.particulars().dataflow(),
                  due.particulars().format(),
                  Optional.of(item.releasedAt()),
                  due.particulars().stage(),
                  Optional.empty(),
                  whole));
      return Optional.of(outcome(item, outcome));
    } catch (ScratchFull _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BackfillItem outcome(BackfillItem item, IngestOutcome outcome) {
    return switch (outcome) {
      case IngestOutcome.Accepted(var release) -> taken(item, release);
      case IngestOutcome.Repeated(var first) -> taken(item, first);
      case IngestOutcome.Contradicting(var _, var differences) ->
          item.done(State.REFUSED, new Result(Optional.empty(), differences, differences.size()));
      case IngestOutcome.Refused(var _, var findings, int count, var _) ->
          item.done(
              State.REFUSED,
              new Result(
                  Optional.empty(),
                  findings.subList(0, Math.min(MOST_FAULTS, findings.size())),
                  count));
    };
  }

  private static BackfillItem taken(BackfillItem item, ArchivedRelease release) {
    return item.done(State.TAKEN, new Result(Optional.of(release.id()), List.of(), 0));
  }
}
