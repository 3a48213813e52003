package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.quality.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A fetch that somebody asked for.
 *
 * @param startedAt empty while it waits for its turn
 * @param result empty while it is not over
 */
public record Fetch(
    String id,
    DataflowRef dataflow,
    Instant requestedAt,
    Optional<Instant> startedAt,
    Optional<Result> result) {
  /**
   * What it came to.
   *
   * @param releaseId of the release that has the figures
   * @param findings the first of what is wrong with what came
   */
  public record Result(
      Instant finishedAt,
      FetchOutcome.Kind outcome,
      String detail,
      Optional<String> releaseId,
      List<Finding> findings) {
    private static final int MOST_FINDINGS = 100;

    public Result {
      findings = List.copyOf(findings);
    }

    static Result of(FetchOutcome outcome, Instant finishedAt) {
      return new Result(
          finishedAt,
          outcome.kind(),
          outcome.detail(),
          switch (outcome) {
            case FetchOutcome.NewRelease(var id, var _, var _) -> Optional.of(id);
            case FetchOutcome.Unchanged(var id) -> Optional.of(id);
            default -> Optional.empty();
          },
          outcome instanceof FetchOutcome.Refused refused
              ? refused.findings().stream().limit(MOST_FINDINGS).toList()
              : List.of());
    }
  }

  /** How far it is. */
  public enum Progress {
    REQUESTED,
    RUNNING,
    DONE
  }

  public Progress progress() {
    if (result.isPresent()) {
      return Progress.DONE;
    }
    return startedAt.isPresent() ? Progress.RUNNING : Progress.REQUESTED;
  }
}
