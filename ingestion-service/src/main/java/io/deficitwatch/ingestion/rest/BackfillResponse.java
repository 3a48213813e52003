package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.edge.Fault;
import io.deficitwatch.ingestion.backfill.Backfill;
import io.deficitwatch.ingestion.backfill.Backfill.Progress;
import io.deficitwatch.ingestion.backfill.BackfillItem;
import io.deficitwatch.ingestion.backfill.BackfillItem.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Files that are taken one after the other. */
@Schema(name = "Backfill")
record BackfillResponse(
    String id,
    DataflowRef dataflow,
    Instant createdAt,
    @Schema(description = "Absent while it is under way") Optional<Instant> finishedAt,
    @Schema(name = "BackfillProgress", description = "How many files are in which state")
        Progress progress,
    @Schema(description = "Some of the files, in the order in which they are taken")
        List<File> files) {
  static BackfillResponse of(Backfill backfill, List<BackfillItem> items) {
    return new BackfillResponse(
        backfill.id(),
        backfill.particulars().dataflow(),
        backfill.createdAt(),
        backfill.finishedAt(),
        backfill.progress(),
        items.stream().map(File::of).toList());
  }

  /** One file. */
  @Schema(name = "BackfillFile")
  record File(
      @Schema(description = "From 1") int number,
      String name,
      @Schema(description = "By the day in its name") Instant releasedAt,
      long bytes,
      State state,
      @Schema(description = "If it was taken") Optional<String> releaseId,
      @Schema(description = "The first 20, if it was refused") List<Fault> faults,
      @Schema(description = "Of all faults") int faultCount) {
    static File of(BackfillItem item) {
      return new File(
          item.number(),
          item.name(),
          item.releasedAt(),
          item.bytes(),
          item.state(),
          item.result().releaseId(),
          item.result().faults().stream()
              .map(fault -> new Fault(fault.place(), fault.detail()))
              .toList(),
          item.result().faultCount());
    }
  }
}
