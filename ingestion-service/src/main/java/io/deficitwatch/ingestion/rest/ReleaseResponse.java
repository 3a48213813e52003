package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.event.ReleaseRemarks;
import io.deficitwatch.contracts.event.ReleaseRemarks.Finding;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.Standing;
import io.deficitwatch.ingestion.release.Standing.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A release that was taken. */
@Schema(name = "Release")
record ReleaseResponse(
    @Schema(
            description =
                "Made from the dataflow and the bytes: the same release has the same id everywhere",
            examples = "3f0c6a1e-8f0b-8a37-9d2a-0f6f3f1c2b10")
        String id,
    DataflowRef dataflow,
    @Schema(description = "When the publisher released it") Instant releasedAt,
    @Schema(description = "Which step in the life of its figures it is, as far as the sender said")
        Stage status,
    @Schema(examples = "boj-api-json") String format,
    @Schema(description = "The publisher's own bytes") Archive archive,
    Extent extent,
    Review review,
    @Schema(description = "What the publisher asks to be shown beside its data")
        Optional<String> creditLine) {

  static ReleaseResponse of(ArchivedRelease release, CreditLines creditLines) {
    return new ReleaseResponse(
        release.id(),
        release.vintage().dataflow(),
        release.vintage().releasedAt(),
        release.stage(),
        release.envelope().format().text(),
        release.archive(),
        Extent.of(release),
        Review.of(release.standing()),
        creditLines.find(release.vintage().dataflow().agency()));
  }

  /** How much it is. */
  @Schema(name = "ReleaseExtent")
  record Extent(@Schema(description = "Of the content") long bytes, int series, long observations) {
    static Extent of(ArchivedRelease release) {
      return new Extent(
          release.envelope().bytes(), release.extent().series(), release.extent().observations());
    }
  }

  /** Whether it counts, and what is odd about it. */
  @Schema(name = "ReleaseReview")
  record Review(
      @Schema(
              description =
                  "PUBLISHED; HELD until an operator decides; REJECTED; RETRACTED by a later release")
          State state,
      @Schema(description = "What the operator wrote") Optional<String> reason,
      @Schema(description = "When the operator decided") Optional<Instant> decidedAt,
      @Schema(description = "The release that this one corrects") Optional<String> corrects,
      @Schema(description = "The release that this one takes back") Optional<String> retracts,
      @Schema(description = "What is odd about it, the first 1,000") List<Finding> findings,
      @Schema(description = "Of all findings") int findingCount) {
    static Review of(Standing standing) {
      ReleaseRemarks remarks = standing.remarks();
      return new Review(
          standing.state(),
          standing.reason(),
          standing.decidedAt(),
          remarks.corrects(),
          remarks.retracts(),
          remarks.findings(),
          remarks.findingCount());
    }
  }
}
