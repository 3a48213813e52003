package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Looking up and storing, each in a transaction of its own, so that reading a file holds none. */
@ApplicationScoped
class ReleaseTransactions {
  private final ReleaseArchive archive;
  private final Outbox outbox;

  ReleaseTransactions(ReleaseArchive archive, Outbox outbox) {
    this.archive = archive;
    this.outbox = outbox;
  }

  @Transactional
  Optional<ArchivedRelease> find(String id) {
    return archive.find(id);
  }

  /**
   * Stores bytes, release and events together, and returns true; or nothing, and returns false, if
   * the release is there already.
   */
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
