package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.edge.Fault;
import io.deficitwatch.ingestion.fetch.Fetch;
import io.deficitwatch.ingestion.fetch.Fetch.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fetch that somebody asked for. */
@Schema(name = "Fetch")
record FetchResponse(
    String id,
    DataflowRef dataflow,
    @Schema(description = "REQUESTED: waits for its turn; RUNNING; DONE") Progress progress,
    Instant requestedAt,
    @Schema(description = "When the publisher was first asked") Optional<Instant> startedAt,
    @Schema(description = "Absent while it is not done") Optional<Result> result) {

  static FetchResponse of(Fetch fetch) {
    return new FetchResponse(
        fetch.id(),
        fetch.dataflow(),
        fetch.progress(),
        fetch.requestedAt(),
        fetch.startedAt(),
        fetch.result().map(Result::of));
  }

  /** What it came to. */
  @Schema(name = "FetchResult")
  record Result(
      Instant finishedAt,
      @Schema(
              description =
                  "new-release, unchanged, not-modified, publisher-error, unreachable, refused or failed",
              examples = "new-release")
          String outcome,
      @Schema(description = "What happened, in words") String detail,
      @Schema(description = "The release that has the figures: /v1/releases/{id}")
          Optional<String> releaseId,
      @Schema(description = "If what came was refused: the first hundred faults, with their places")
          List<Fault> faults) {
    private static Result of(Fetch.Result result) {
      return new Result(
          result.finishedAt(),
          result.outcome().label(),
          result.detail(),
          result.releaseId(),
          result.findings().stream()
              .map(finding -> new Fault(finding.place(), finding.detail()))
              .toList());
    }
  }
}
