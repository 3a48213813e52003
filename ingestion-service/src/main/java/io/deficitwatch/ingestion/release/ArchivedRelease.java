package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.List;

/** A release that was taken. */
public record ArchivedRelease(
    Vintage vintage, Stage stage, Envelope envelope, Archive archive, Extent extent) {

  /** How much it is. */
  public record Extent(int series, int observations) {}

  /** What its content is, as far as one can tell without reading it. */
  public record Envelope(FormatName format, String mediaType, int bytes) {}

  static ArchivedRelease of(
      Submission submission, FormatName format, Reading.Complete read, Instant receivedAt) {
    String id = ReleaseId.of(submission);
    Content content = submission.content();
    List<Series> series = read.series();
    return new ArchivedRelease(
        new Vintage(id, submission.dataflow(), read.releasedAt()),
        submission.stage().orElse(Stage.UNSPECIFIED),
        new Envelope(
            format, content.mediaType().orElse(format.mediaType()), content.bytes().length),
        new Archive(contentPath(id), content.sha256(), receivedAt),
        new Extent(
            series.size(), series.stream().mapToInt(one -> one.observations().size()).sum()));
  }

  /** Where the bytes of a release are served. */
  public static String contentPath(String id) {
    return "/v1/releases/" + id + "/content";
  }

  public String id() {
    return vintage.releaseId();
  }
}
