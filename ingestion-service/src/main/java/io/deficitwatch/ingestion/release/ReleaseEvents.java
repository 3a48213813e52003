package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleaseRemarks;
import io.deficitwatch.contracts.event.ReleaseReviewed;
import io.deficitwatch.contracts.event.ReleaseReviewed.Decision;
import io.deficitwatch.eventing.OutboundEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The events of a release; their ids are made of its id, so that a repetition is recognised. */
final class ReleaseEvents {
  private ReleaseEvents() {}

  static OutboundEvent published(ReleasePublished part) {
    String releaseId = part.vintage().releaseId();
    return new OutboundEvent(
        "%s/%s/%d".formatted(releaseId, part.refArea(), part.part().number()),
        EventType.RELEASE_PUBLISHED,
        subject(releaseId),
        part.refArea(),
        part.archive().receivedAt(),
        part);
  }

  static OutboundEvent reviewed(
      ArchivedRelease release, Decision decision, Optional<String> reason, Instant at) {
    ReleaseRemarks remarks = release.standing().remarks();
    return new OutboundEvent(
        release.id() + "/" + decision.name().toLowerCase(Locale.ROOT),
        decision.eventType(),
        subject(release.id()),
        release.vintage().dataflow().toString(),
        at,
        new ReleaseReviewed(
            release.vintage(),
            release.archive(),
            decision,
            reason,
            remarks.findings().stream()
                .sorted(Comparator.comparing(ReleaseRemarks.Finding::severity).reversed())
                .limit(ReleaseRemarks.MOST_FINDINGS)
                .toList(),
            remarks.findingCount(),
            at));
  }

  private static String subject(String releaseId) {
    return "releases/" + releaseId;
  }
}
