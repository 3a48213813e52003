package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleaseRemarks;
import io.deficitwatch.contracts.event.ReleaseReviewed.Decision;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Remarks;
import io.deficitwatch.ingestion.release.Standing.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Stores bytes, release and events together, in the current transaction. */
@ApplicationScoped
class StoreRelease {
  private final ReleaseArchive archive;
  private final Outbox outbox;

  StoreRelease(ReleaseArchive archive, Outbox outbox) {
    this.archive = archive;
    this.outbox = outbox;
  }

  /** Returns whether the release was new; if not, nothing is stored. */
  boolean store(ArchivedRelease release, Content content, Figures figures, Remarks remarks) {
    if (!archive.add(release, content)) {
      return false;
    }
    boolean held = release.standing().state() == State.HELD;
    // Area by area and part by part: all at once would not fit a small memory.
    for (String refArea : figures.areas()) {
      for (ReleasePublished part :
          ReleaseParts.cut(
              release, refArea, figures.listSeries(refArea), remarks(release, remarks, refArea))) {
        archive.addPart(part);
        if (!held) {
          outbox.append(List.of(ReleaseEvents.published(part)));
        }
      }
    }
    if (held) {
      outbox.append(
          List.of(
              ReleaseEvents.reviewed(
                  release, Decision.HELD, Optional.empty(), release.archive().receivedAt())));
    }
    return true;
  }

  private static Optional<ReleaseRemarks> remarks(
      ArchivedRelease release, Remarks remarks, String refArea) {
    ReleaseRemarks all = release.standing().remarks();
    return all.findingCount() == 0 && all.corrects().isEmpty() && all.retracts().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReleaseRemarks(
                all.corrects(),
                all.retracts(),
                remarks.of(refArea, ReleaseRemarks.MOST_FINDINGS),
                all.findingCount()));
  }
}
