package io.deficitwatch.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleaseReviewed;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.ingestion.catalogue.Scope;
import io.deficitwatch.ingestion.release.ReviewOutcome.Decided;
import io.deficitwatch.ingestion.release.ReviewOutcome.OutOfTurn;
import io.deficitwatch.ingestion.release.ReviewOutcome.Unknown;
import io.deficitwatch.ingestion.release.Standing.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewReleaseTest {
  private final PlainReleases releases = new PlainReleases(Scope.WHOLE);
  private ArchivedRelease held;

  @BeforeEach
  void holdOne() {
    releases.accept("2025-03-01", "M.JP.N.S 2025-01 100");
    releases.events.clear();
    held = releases.accept("2025-04-01", "M.JP.N.S 2025-01 900", "M.JP.N.S 2025-02 100");
  }

  @Test
  void tellsOperatorsAndNobodyElseOfAHeldRelease() {
    OutboundEvent event = onlyEvent();

    assertThat(event.type()).isEqualTo(EventType.RELEASE_HELD);
    assertThat(event.key()).isEqualTo("TEST:FIGURES");
    assertThat(event.id()).isEqualTo(held.id() + "/held");
    ReleaseReviewed told = (ReleaseReviewed) event.payload();
    assertThat(told.decision()).isEqualTo(ReleaseReviewed.Decision.HELD);
    assertThat(told.findings()).isEqualTo(held.standing().remarks().findings()).hasSize(1);
  }

  @Test
  void anApprovedReleaseIsPublishedWithItsFindings() {
    releases.events.clear();

    Decided decided = (Decided) releases.review().approve(held.id(), Optional.of("asked them"));

    assertThat(decided.release().standing().state()).isEqualTo(State.PUBLISHED);
    assertThat(decided.release().standing().reason()).contains("asked them");
    assertThat(releases.events)
        .map(OutboundEvent::type)
        .containsExactly(EventType.RELEASE_PUBLISHED, EventType.RELEASE_APPROVED);
    ReleasePublished part = (ReleasePublished) releases.events.getFirst().payload();
    assertThat(part.remarks().orElseThrow().findings()).hasSize(1);
  }

  @Test
  void decidingTheSameAgainChangesNothing() {
    releases.review().approve(held.id(), Optional.empty());
    releases.events.clear();

    assertThat(releases.review().approve(held.id(), Optional.of("again")))
        .isInstanceOf(Decided.class);
    assertThat(releases.review().reject(held.id(), "no")).isInstanceOf(OutOfTurn.class);
    assertThat(releases.events).isEmpty();
  }

  @Test
  void aRejectedReleaseStaysUnpublished() {
    releases.events.clear();

    assertThat(releases.review().reject(held.id(), "a digit too many")).isInstanceOf(Decided.class);

    assertThat(onlyEvent().type()).isEqualTo(EventType.RELEASE_REJECTED);
    assertThat(releases.review().approve(held.id(), Optional.empty()))
        .isInstanceOf(OutOfTurn.class);
    assertThat(releases.review().replay(held.id())).isInstanceOf(OutOfTurn.class);
    assertThat(releases.retraction().retract(held.id(), "why")).isInstanceOf(OutOfTurn.class);
  }

  @Test
  void aReleaseThatWasNotHeldCannotBeDecidedOn() {
    ArchivedRelease published = releases.accept("2025-05-01", "M.JP.N.S 2025-03 100");

    assertThat(releases.review().approve(published.id(), Optional.empty()))
        .isInstanceOf(OutOfTurn.class);
    assertThat(releases.review().approve("nobody", Optional.empty())).isInstanceOf(Unknown.class);
  }

  @Test
  void aReplayHasTheIdsOfTheFirstTime() {
    ArchivedRelease published =
        releases.accept("2025-05-01", "M.JP.N.S 2025-03 100", "M.US.N.S 2025-03 100");
    List<OutboundEvent> first = List.copyOf(releases.events.subList(1, releases.events.size()));
    releases.events.clear();

    assertThat(releases.review().replay(published.id())).isInstanceOf(Decided.class);

    assertThat(releases.events).isEqualTo(first).hasSize(2);
  }

  private OutboundEvent onlyEvent() {
    assertThat(releases.events).hasSize(1);
    return releases.events.getFirst();
  }
}
