package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.List;

/** A release that was taken. */
public record ArchivedRelease(
    Vintage vintage, Stage stage, FormatName format, Archive archive, Extent extent) {

  /**
   * How much it is.
   *
   * @param bytes of its content
   */
  public record Extent(int bytes, int series, int observations) {}

  static ArchivedRelease of(
      Submission submission, FormatName format, Reading.Complete read, Instant receivedAt) {
    String id = ReleaseId.of(submission);
    List<Series> series = read.series();
    return new ArchivedRelease(
        new Vintage(id, submission.dataflow(), read.releasedAt()),
        submission.stage().orElse(Stage.UNSPECIFIED),
        format,
        new Archive(contentPath(id), submission.content().sha256(), receivedAt),
        new Extent(
            submission.content().bytes().length,
            series.size(),
            series.stream().mapToInt(one -> one.observations().size()).sum()));
  }

  /** Where the bytes of a release are served. */
  public static String contentPath(String id) {
    return "/v1/releases/" + id + "/content";
  }

  public String id() {
    return vintage.releaseId();
  }
}
