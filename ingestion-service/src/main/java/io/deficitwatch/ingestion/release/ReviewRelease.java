package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleaseReviewed.Decision;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.ingestion.release.ReviewOutcome.Decided;
import io.deficitwatch.ingestion.release.ReviewOutcome.OutOfTurn;
import io.deficitwatch.ingestion.release.ReviewOutcome.Unknown;
import io.deficitwatch.ingestion.release.Standing.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Carries out what an operator decides on a release: let it through, turn it away, send it again.
 */
@ApplicationScoped
public class ReviewRelease {
  private final ReleaseArchive archive;
  private final Outbox outbox;
  private final RenewRetraction renewRetraction;
  private final Clock clock;

  public ReviewRelease(
      ReleaseArchive archive, Outbox outbox, RenewRetraction renewRetraction, Clock clock) {
    this.archive = archive;
    this.outbox = outbox;
    this.renewRetraction = renewRetraction;
    this.clock = clock;
  }

  /** Lets a held release through: it is published as if it had come just now. */
  @Transactional
  public ReviewOutcome approve(String id, Optional<String> reason) {
    return decide(id, Decision.APPROVED, State.PUBLISHED, reason);
  }

  /** Turns a held release away; its bytes stay in the archive. */
  @Transactional
  public ReviewOutcome reject(String id, String reason) {
    return decide(id, Decision.REJECTED, State.REJECTED, Optional.of(reason));
  }

  /** Sends the events of a published release once more, with the ids that they had. */
  @Transactional
  public ReviewOutcome replay(String id) {
    Optional<ArchivedRelease> found = archive.lock(id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    State state = found.get().standing().state();
    if (state == State.HELD || state == State.REJECTED) {
      return new OutOfTurn(found.get());
    }
    publish(id);
    return new Decided(found.get());
  }

  private ReviewOutcome decide(String id, Decision decision, State state, Optional<String> reason) {
    Optional<ArchivedRelease> found = archive.lock(id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Standing standing = found.get().standing();
    if (standing.state() != State.HELD) {
      boolean stands = standing.state() == state && standing.decidedAt().isPresent();
      return stands ? new Decided(found.get()) : new OutOfTurn(found.get());
    }
    archive.reserve(found.get().vintage().dataflow());
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ArchivedRelease decided =
        archive.decide(id, new Standing(state, reason, Optional.of(at), standing.remarks()));
    if (state == State.PUBLISHED) {
      publish(id);
      if (renewRetraction.mayBeNeeded(decided)) {
        renewRetraction.renew(decided, at);
      }
    }
    outbox.append(List.of(ReleaseEvents.reviewed(decided, decision, reason, at)));
    return new Decided(decided);
  }

  // One at a time: all parts at once would not fit a small memory.
  private void publish(String id) {
    archive
        .listParts(id)
        .forEach(name -> outbox.append(List.of(ReleaseEvents.published(archive.getPart(name)))));
  }
}
