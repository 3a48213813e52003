package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How things stand with one source.
 *
 * @param taken the last release that came from it
 */
public record FetchState(
    DataflowRef dataflow,
    Optional<Attempt> last,
    Run run,
    Validators validators,
    Optional<Taken> taken) {
  private static final Duration WHILE_BUSY = Duration.ofMinutes(2);

  /**
   * The last fetch.
   *
   * @param notBefore until when the publisher asked to be left alone, or we had no room
   */
  public record Attempt(
      Instant at, FetchOutcome.Kind outcome, String detail, Optional<Instant> notBefore) {}

  /**
   * What the last fetches have in common.
   *
   * @param failures how many failed since the last that did not
   * @param fruitless how many found nothing new while something was due
   */
  public record Run(int failures, int fruitless) {}

  /** A release that came from the source. */
  public record Taken(String releaseId, Instant releasedAt, String fingerprint) {}

  static FetchState unknown(DataflowRef dataflow) {
    return new FetchState(
        dataflow, Optional.empty(), new Run(0, 0), Validators.NONE, Optional.empty());
  }

  /**
   * @param waiting whether something was due
   * @param longest that a publisher's wish to be left alone is heeded
   */
  FetchState after(FetchOutcome outcome, Instant at, boolean waiting, Duration longest) {
    FetchOutcome.Kind kind = outcome.kind();
    Run next =
        outcome instanceof FetchOutcome.Busy
            ? run
            : new Run(
                kind.isFailure() ? run.failures() + 1 : 0,
                waiting && kind != FetchOutcome.Kind.NEW_RELEASE ? run.fruitless() + 1 : 0);
    Optional<Instant> notBefore =
        switch (outcome) {
          case FetchOutcome.PublisherError(var _, var _, var retryAfter) ->
              retryAfter.map(asked -> at.plus(asked.compareTo(longest) > 0 ? longest : asked));
          case FetchOutcome.Busy _ -> Optional.of(at.plus(WHILE_BUSY));
          default -> Optional.empty();
        };
    return new FetchState(
        dataflow,
        Optional.of(new Attempt(at, kind, outcome.detail(), notBefore)),
        next,
        validators,
        taken);
  }

  /** What was fetched is known now; a publisher need not send it again. */
  FetchState having(Taken release, Validators known) {
    return new FetchState(dataflow, last, run, known, Optional.of(release));
  }
}
