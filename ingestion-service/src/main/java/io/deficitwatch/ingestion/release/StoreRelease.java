package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

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
  boolean store(ArchivedRelease release, Content content, List<ReleasePublished> parts) {
    if (!archive.add(release, content)) {
      return false;
    }
    // One at a time: each is written as JSON here, and all at once would not fit a small memory.
    parts.forEach(part -> outbox.append(List.of(event(part))));
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
