package io.deficitwatch.ingestion.backfill;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.release.FormatName;
import java.time.Instant;
import java.util.Optional;

/**
 * Files that are taken one after the other.
 *
 * @param finishedAt when the last was done, or it was cancelled; empty while it is under way
 */
public record Backfill(
    String id,
    Particulars particulars,
    Instant createdAt,
    Optional<Instant> finishedAt,
    Progress progress) {
  /**
   * What was said of all files.
   *
   * @param format empty: to be recognised file by file
   */
  public record Particulars(
      DataflowRef dataflow, Optional<FormatName> format, Optional<Stage> stage) {}

  /** How many of the files are in which state. */
  public record Progress(int pending, int taken, int refused, int cancelled) {
    public int total() {
      return pending + taken + refused + cancelled;
    }
  }
}
