package io.deficitwatch.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.ingestion.catalogue.Scope;
import io.deficitwatch.ingestion.release.ReviewOutcome.Decided;
import io.deficitwatch.ingestion.release.ReviewOutcome.OutOfTurn;
import io.deficitwatch.ingestion.release.ReviewOutcome.Unknown;
import io.deficitwatch.ingestion.release.Standing.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetractReleaseTest {
  private static final String KEY = "M.JP.N.S";
  private final PlainReleases releases = new PlainReleases(Scope.SELECTION);

  @Test
  void whatWasKnownBeforeIsKnownAgain() {
    releases.accept("2025-03-01", KEY + " 2025-01 100", KEY + " 2025-02 100");
    ArchivedRelease wrong =
        releases.accept("2025-04-01", KEY + " 2025-01 101", KEY + " 2025-03 103");

    Decided retracted = (Decided) releases.retraction().retract(wrong.id(), "a wrong file");

    ReleasePublished part = releases.archive.parts().getLast();
    assertThat(part.vintage().releaseId()).isEqualTo(retracted.release().id());
    assertThat(part.remarks().orElseThrow().retracts()).contains(wrong.id());
    Series series = part.series().getFirst();
    assertThat(series.observations())
        .map(one -> one.period() + " " + one.value().orElseThrow())
        .containsExactly("2025-01 100");
    assertThat(series.coverage().to().orElseThrow()).as("2025-03 is gone").hasToString("2025-03");
    assertThat(series.coverage().except().orElseThrow())
        .singleElement()
        .satisfies(run -> assertThat(run.from()).hasToString("2025-02"));
    assertThat(releases.archive.find(wrong.id()).orElseThrow().standing())
        .satisfies(
            standing -> {
              assertThat(standing.state()).isEqualTo(State.RETRACTED);
              assertThat(standing.reason()).contains("a wrong file");
            });
  }

  @Test
  void leavesAloneWhatALaterReleaseSpokeFor() {
    releases.accept("2025-03-01", KEY + " 2025-01 100", KEY + " 2025-02 100");
    ArchivedRelease wrong =
        releases.accept("2025-04-01", KEY + " 2025-01 101", KEY + " 2025-02 102");
    releases.accept("2025-05-01", KEY + " 2025-01 103");

    releases.retraction().retract(wrong.id(), "a wrong file");

    Series series = releases.archive.parts().getLast().series().getFirst();
    assertThat(series.observations())
        .map(one -> one.period() + " " + one.value().orElseThrow())
        .containsExactly("2025-02 100");
    assertThat(series.coverage().from().orElseThrow()).hasToString("2025-02");
  }

  @Test
  void bringsBackWhatTheReleaseDropped() {
    releases.accept("2025-03-01", KEY + " 2025-01 100", KEY + " 2025-02 100");
    ArchivedRelease wrong = releases.accept("2025-04-01", KEY + " all", KEY + " 2025-02 100");

    releases.retraction().retract(wrong.id(), "half of it was missing");

    assertThat(releases.archive.parts().getLast().series().getFirst().observations())
        .map(one -> one.period().toString())
        .containsExactly("2025-01", "2025-02");
  }

  @Test
  void theSecondTimeThereIsNothingToTakeBack() {
    ArchivedRelease wrong = releases.accept("2025-04-01", KEY + " 2025-01 101");
    releases.retraction().retract(wrong.id(), "a wrong file");

    assertThat(releases.retraction().retract(wrong.id(), "again")).isInstanceOf(OutOfTurn.class);
    assertThat(releases.retraction().retract("nobody", "why")).isInstanceOf(Unknown.class);
    assertThat(releases.archive.parts()).hasSize(2);
  }

  @Test
  void saysNothingOfASeriesThatALaterReleaseSpokeForAltogether() {
    ArchivedRelease wrong =
        releases.accept("2025-04-01", KEY + " 2025-01 101", "M.JP.C.S 2025-01 100");
    releases.accept("2025-05-01", KEY + " 2025-01 103");

    releases.retraction().retract(wrong.id(), "a wrong file");

    assertThat(releases.archive.parts().getLast().series())
        .map(one -> one.key().toString())
        .containsExactly("M.JP.C.S");
  }

  @Test
  void whatARetractionBroughtBackIsTakenBackWithItsRelease() {
    ArchivedRelease first = releases.accept("2025-03-01", KEY + " 2025-01 100");
    ArchivedRelease second = releases.accept("2025-04-01", KEY + " 2025-01 101");
    releases.retraction().retract(second.id(), "a wrong file");

    releases.retraction().retract(first.id(), "a wrong file too");

    Series series = releases.archive.parts().getLast().series().getFirst();
    assertThat(series.observations()).isEmpty();
    assertThat(series.coverage().from().orElseThrow()).hasToString("2025-01");
  }

  @Test
  void aReleaseCountsAgainOnceItsRetractionIsTakenBack() {
    releases.accept("2025-03-01", KEY + " 2025-01 100");
    ArchivedRelease right =
        releases.accept("2025-04-01", KEY + " 2025-01 101", KEY + " 2025-02 102");
    Decided retraction = (Decided) releases.retraction().retract(right.id(), "a mistake");

    releases.retraction().retract(retraction.release().id(), "it was right");

    assertThat(releases.archive.parts().getLast().series().getFirst().observations())
        .map(one -> one.period() + " " + one.value().orElseThrow())
        .containsExactly("2025-01 101", "2025-02 102");
    assertThat(releases.archive.find(right.id()).orElseThrow().standing().state())
        .isEqualTo(State.PUBLISHED);
    assertThat(releases.retraction().retract(retraction.release().id(), "again"))
        .isInstanceOf(OutOfTurn.class);
    assertThat(releases.retraction().retract(right.id(), "wrong after all"))
        .isInstanceOf(Decided.class);
  }

  @Test
  void aCorrectionOfTheMomentOfWhatWasRetractedCountsFromNowOn() {
    releases.accept("2025-03-01", KEY + " 2025-01 100");
    ArchivedRelease wrong =
        releases.accept("2025-04-01", KEY + " 2025-01 101", KEY + " 2025-02 102");
    ArchivedRelease retraction = retract(wrong);

    ArchivedRelease right =
        releases.accept("2025-04-01", KEY + " 2025-01 103", KEY + " 2025-03 104");

    assertThat(right.vintage().releasedAt()).isEqualTo(wrong.vintage().releasedAt());
    ReleasePublished anew = releases.archive.parts().getLast();
    assertThat(anew.vintage().releasedAt()).isAfter(retraction.vintage().releasedAt());
    assertThat(anew.remarks().orElseThrow())
        .satisfies(
            remarks -> {
              assertThat(remarks.retracts()).contains(wrong.id());
              assertThat(remarks.corrects()).contains(retraction.id());
            });
    assertThat(releases.known(KEY)).containsExactly("2025-01 103", "2025-03 104");
  }

  @Test
  void anOlderReleaseThatComesAfterTheRetractionIsKnownBehindWhatWasTakenBack() {
    ArchivedRelease wrong = releases.accept("2025-04-01", KEY + " 2025-01 101");
    retract(wrong);
    releases.accept("2025-03-01", KEY + " 2025-01 100");

    assertThat(releases.known(KEY)).containsExactly("2025-01 100");
  }

  @Test
  void whatALaterReleaseSaysIsNotChangedByACorrectionBeforeIt() {
    ArchivedRelease wrong = releases.accept("2025-04-01", KEY + " 2025-01 101");
    retract(wrong);
    releases.accept("2025-05-01", KEY + " 2025-01 102");
    int parts = releases.archive.parts().size();
    releases.accept("2025-04-01", KEY + " 2025-01 103");

    assertThat(releases.archive.parts()).as("the correction alone").hasSize(parts + 1);
    assertThat(releases.known(KEY)).containsExactly("2025-01 102");
  }

  @Test
  void takesACorrectionBackThatCameAfterARetraction() {
    releases.accept("2025-03-01", KEY + " 2025-01 100");
    retract(releases.accept("2025-04-01", KEY + " 2025-01 101"));
    retract(releases.accept("2025-04-01", KEY + " 2025-01 103"));

    assertThat(releases.known(KEY)).containsExactly("2025-01 100");
  }

  @Test
  void aHeldCorrectionCountsOnceItIsApproved() {
    releases.accept("2025-03-01", KEY + " 2025-01 100");
    retract(releases.accept("2025-04-01", KEY + " 2025-01 101"));
    ArchivedRelease held = releases.accept("2025-04-01", KEY + " 2025-01 900");
    assertThat(held.standing().state()).isEqualTo(State.HELD);
    assertThat(releases.known(KEY)).containsExactly("2025-01 100");

    releases.review().approve(held.id(), Optional.empty());

    assertThat(releases.known(KEY)).containsExactly("2025-01 900");
  }

  @Test
  void comesAfterTheReleaseThoughThatClaimsALaterMoment() {
    ArchivedRelease wrong = releases.accept("2026-01-01", KEY + " 2025-01 101");
    assertThat(retract(wrong).vintage().releasedAt()).isAfter(wrong.vintage().releasedAt());
  }

  @Test
  void readsNoMoreThanTells() {
    for (int month = 1; month <= 9; month++) {
      releases.accept("2025-0" + month + "-01", KEY + " all", KEY + " 2024-01 10" + month);
    }
    int before = releases.archive.reads();
    retract(releases.accept("2025-10-01", KEY + " 2024-01 100"));

    assertThat(releases.archive.reads() - before)
        .as("its own part, the one before, and two of the comparison")
        .isLessThanOrEqualTo(4);
    assertThat(releases.known(KEY)).containsExactly("2024-01 109");
  }

  private ArchivedRelease retract(ArchivedRelease release) {
    return ((Decided) releases.retraction().retract(release.id(), "a wrong file")).release();
  }
}
