package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleaseRemarks;
import io.deficitwatch.contracts.event.ReleaseReviewed.Decision;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Remarks;
import io.deficitwatch.ingestion.release.Standing.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores bytes, release and events together, in the current transaction. */
@ApplicationScoped
class StoreRelease {
  private static final int MOST_PARTS = 100;
  private static final int ENOUGH_OBSERVATIONS = 5_000;
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
    // Some areas at a time: all at once would not fit a small memory.
    List<ReleasePublished> waiting = new ArrayList<>();
    for (String refArea : figures.areas()) {
      waiting.addAll(
          ReleaseParts.cut(
              release, refArea, figures.listSeries(refArea), remarks(release, remarks, refArea)));
      if (isEnough(waiting)) {
        store(waiting, held);
        waiting.clear();
      }
    }
    store(waiting, held);
    if (held) {
      outbox.append(
          List.of(
              ReleaseEvents.reviewed(
                  release, Decision.HELD, Optional.empty(), release.archive().receivedAt())));
    }
    return true;
  }

  private void store(List<ReleasePublished> parts, boolean held) {
    archive.addParts(parts);
    if (!held) {
      outbox.append(parts.stream().map(ReleaseEvents::published).toList());
    }
  }

  // Many small parts go in one round trip; one large area is a batch of its own
  private static boolean isEnough(List<ReleasePublished> parts) {
    return parts.size() >= MOST_PARTS
        || parts.stream()
                .flatMap(part -> part.series().stream())
                .mapToInt(series -> series.observations().size())
                .sum()
            >= ENOUGH_OBSERVATIONS;
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
