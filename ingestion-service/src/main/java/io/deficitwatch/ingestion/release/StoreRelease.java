package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.ingestion.figures.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The one transaction of taking a release in: bytes, release and events together. */
@ApplicationScoped
class StoreRelease {
  private final ReleaseArchive archive;
  private final Outbox outbox;

  StoreRelease(ReleaseArchive archive, Outbox outbox) {
    this.archive = archive;
    this.outbox = outbox;
  }

  /** Returns whether the release was new; if not, nothing is stored. */
  @Transactional
  boolean store(ArchivedRelease release, Content content, Figures figures) {
    if (!archive.add(release, content)) {
      return false;
    }
    // Area by area and part by part: all at once would not fit a small memory.
    for (String refArea : figures.areas()) {
      for (ReleasePublished part :
          ReleaseParts.cut(release, refArea, figures.listSeries(refArea), Optional.empty())) {
        archive.addPart(part);
        outbox.append(List.of(event(part)));
      }
    }
    return true;
  }

  private static OutboundEvent event(ReleasePublished part) {
    String releaseId = part.vintage().releaseId();
    return new OutboundEvent(
        "%s/%s/%d".formatted(releaseId, part.refArea(), part.part().number()),
        EventType.RELEASE_PUBLISHED,
        "releases/" + releaseId,
        part.refArea(),
        part.archive().receivedAt(),
        part);
  }
}
