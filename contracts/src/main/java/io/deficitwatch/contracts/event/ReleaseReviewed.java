package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A release was held back for an operator to look at, or the operator decided on it. While it is
 * held, and after it is rejected, no other topic knows of it.
 *
 * @param reason what the operator wrote; empty while it is held
 * @param findings why it is held; the first {@value ReleaseRemarks#MOST_FINDINGS}
 * @param findingCount of all of them
 */
public record ReleaseReviewed(
    Vintage vintage,
    Archive archive,
    Decision decision,
    Optional<String> reason,
    List<ReleaseRemarks.Finding> findings,
    int findingCount,
    Instant decidedAt) {
  public ReleaseReviewed {
    findings = List.copyOf(findings);
  }

  /** What became of it. */
  public enum Decision {
    HELD(EventType.RELEASE_HELD),
    APPROVED(EventType.RELEASE_APPROVED),
    REJECTED(EventType.RELEASE_REJECTED);

    private final EventType eventType;

    Decision(EventType eventType) {
      this.eventType = eventType;
    }

    public EventType eventType() {
      return eventType;
    }
  }
}
