package io.deficitwatch.launcher.sample;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.LocalizedText;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * One release as it was published: what to hand in, and where its figures were typed from.
 *
 * @param file name of its body among the samples
 */
public record SampleRelease(
    String file, LocalizedText title, Submission submission, Provenance provenance) {

  /**
   * How it is handed to ingestion.
   *
   * @param releasedAt when the publisher released it, in the publisher's own offset
   */
  public record Submission(
      DataflowRef dataflow, String format, OffsetDateTime releasedAt, String status) {}

  /**
   * @param publisher who published the figures
   * @param source where they were read
   * @param note what to know about them
   */
  public record Provenance(String publisher, String source, String note) {}

  /** The day of publication at the publisher's place. */
  public LocalDate day() {
    return submission.releasedAt().toLocalDate();
  }
}
