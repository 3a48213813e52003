package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.ingestion.figures.Figures;
import java.time.Instant;

/** A release that was taken. */
public record ArchivedRelease(
    Vintage vintage,
    Stage stage,
    Envelope envelope,
    Archive archive,
    Extent extent,
    Standing standing) {

  /** How much it is. */
  public record Extent(int series, long observations) {}

  /** What its content is, as far as one can tell without reading it. */
  public record Envelope(FormatName format, String mediaType, long bytes) {}

  static ArchivedRelease of(
      Submission submission,
      FormatName format,
      Instant releasedAt,
      Instant receivedAt,
      Figures figures,
      Standing standing) {
    String id = ReleaseId.of(submission);
    Content content = submission.content();
    return new ArchivedRelease(
        new Vintage(id, submission.dataflow(), releasedAt),
        submission.stage().orElse(Stage.UNSPECIFIED),
        new Envelope(format, content.mediaType().orElse(format.mediaType()), content.size()),
        new Archive(contentPath(id), content.sha256(), receivedAt),
        new Extent(figures.seriesCount(), figures.observationCount()),
        standing);
  }

  /** Where the bytes of a release are served. */
  public static String contentPath(String id) {
    return "/v1/releases/" + id + "/content";
  }

  public String id() {
    return vintage.releaseId();
  }
}
