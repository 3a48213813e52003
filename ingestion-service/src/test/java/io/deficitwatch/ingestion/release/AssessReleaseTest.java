package io.deficitwatch.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleaseRemarks.Check;
import io.deficitwatch.contracts.event.ReleaseRemarks.Finding;
import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import io.deficitwatch.ingestion.catalogue.Scope;
import io.deficitwatch.ingestion.release.Standing.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessReleaseTest {
  private final PlainReleases releases = new PlainReleases(Scope.WHOLE);

  @Test
  void hasNothingToSayOfAReleaseThatIsAsReleasesAre() {
    releases.accept(
        "2025-03-01", "M.JP.C.SI 2025-01 100", "M.JP.D.SI 2025-01 130", "M.JP.N.SI 2025-01 -30.4");
    ArchivedRelease next =
        releases.accept(
            "2025-04-01",
            "M.JP.C.SI 2025-01 110",
            "M.JP.D.SI 2025-01 130",
            "M.JP.N.SI 2025-01 -20",
            "M.JP.N.SI 2025-02 -11");

    assertThat(next.standing()).isEqualTo(Standing.PUBLISHED);
    assertThat(releases.archive.parts()).allMatch(part -> part.remarks().isEmpty());
  }

  @Test
  void findsCreditsLessDebitsThatAreNotTheNet() {
    ArchivedRelease release =
        releases.accept(
            "2025-03-01",
            "M.JP.C.SI 2025-01 100",
            "M.JP.D.SI 2025-01 130",
            "M.JP.N.SI 2025-01 -31",
            "M.JP.C.SI 2025-02 100",
            "M.JP.D.SI 2025-02 130",
            "M.JP.N.SI 2025-02 -34");

    Finding finding = only(release);
    assertThat(finding.check()).isEqualTo(Check.BALANCE);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.series().orElseThrow()).hasToString("M.JP.N.SI");
    assertThat(finding.period().orElseThrow()).hasToString("2025-02");
    assertThat(finding.detail())
        .isEqualTo(
            "credits less debits are not the net: in 2 periods; where it is worst there is -34, not -30");
    assertThat(release.standing().state()).isEqualTo(State.PUBLISHED);
    assertThat(releases.archive.parts().getFirst().remarks().orElseThrow().findings())
        .containsExactly(finding);
  }

  @Test
  void holdsARelaseWhoseDebitsWereTakenForCredits() {
    ArchivedRelease release =
        releases.accept(
            "2025-03-01",
            "M.JP.C.SI 2025-01 130",
            "M.JP.D.SI 2025-01 100",
            "M.JP.N.SI 2025-01 -30");

    assertThat(only(release).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(release.standing().state()).isEqualTo(State.HELD);
  }

  @Test
  void findsPartsThatAreNotTheirTotalWhereAllAreGiven() {
    ArchivedRelease release =
        releases.accept(
            "2025-03-01",
            "M.JP.C.SI 2025-01 100",
            "M.JP.C.SI1 2025-01 40",
            "M.JP.C.SI2 2025-01 58",
            "M.US.C.SI 2025-01 100",
            "M.US.C.SI1 2025-01 1");

    assertThat(only(release).check()).isEqualTo(Check.TOTAL);
    assertThat(only(release).detail()).contains("SI1, SI2 do not add up to SI", "100, not 98");
  }

  @Test
  void findsSeriesAndAreasThatAWholeFileLost() {
    releases.accept(
        "2025-03-01",
        "M.JP.N.S 2025-01 100",
        "M.JP.N.G 2025-01 100",
        "M.US.N.S 2025-01 100",
        "M.WLD.N.S 2025-01 100");

    ArchivedRelease release = releases.accept("2025-04-01", "M.JP.N.S 2025-01 100");

    assertThat(release.standing().remarks().findings())
        .map(
            finding ->
                finding.check()
                    + " "
                    + finding.severity()
                    + " "
                    + finding.detail().replaceAll(" (in|of) .*", ""))
        .containsExactly(
            "LOST_AREA CRITICAL the area US is",
            "LOST_AREA CRITICAL the area WLD is",
            "LOST_SERIES WARNING it is");
    assertThat(release.standing().state()).isEqualTo(State.HELD);
  }

  @Test
  void aSelectionLosesNothingThatWasNotAskedFor() {
    PlainReleases selections = new PlainReleases(Scope.SELECTION);
    selections.accept(
        "2025-03-01", "M.JP.N.S 2025-01 100", "M.JP.N.G 2025-01 100", "M.JP.N.SD 2025-01 100");

    assertThat(selections.accept("2025-04-01", "M.JP.N.S 2025-02 100").standing())
        .isEqualTo(Standing.PUBLISHED);
  }

  @Test
  void aSelectionOfNearlyTheSameSeriesLosesTheOthers() {
    PlainReleases selections = new PlainReleases(Scope.SELECTION);
    selections.accept(
        "2025-03-01", "M.JP.N.S 2025-01 100", "M.JP.N.G 2025-01 100", "M.JP.N.SD 2025-01 100");

    ArchivedRelease next =
        selections.accept("2025-04-01", "M.JP.N.S 2025-02 100", "M.JP.N.G 2025-02 100");

    assertThat(only(next).check()).isEqualTo(Check.LOST_SERIES);
    assertThat(only(next).series().orElseThrow()).hasToString("M.JP.N.SD");
  }

  @Test
  void findsPeriodsThatASeriesLostWhichSpeaksForThem() {
    releases.accept(
        "2025-03-01", "M.JP.N.S 2025-01 100", "M.JP.N.S 2025-02 100", "M.JP.N.S 2025-03 100");

    Finding stated =
        only(
            releases.accept(
                "2025-04-01", "M.JP.N.S all", "M.JP.N.S 2025-01 100", "M.JP.N.S 2025-03 100"));

    assertThat(stated.check()).isEqualTo(Check.LOST_PERIODS);
    assertThat(stated.period().orElseThrow()).hasToString("2025-02");
    assertThat(stated.severity()).isEqualTo(Severity.WARNING);
    assertThat(releases.accept("2025-05-01", "M.JP.N.S 2025-04 100").standing())
        .isEqualTo(Standing.PUBLISHED);
  }

  @Test
  void findsRevisionsThatAreTooLateOrTooLarge() {
    releases.accept(
        "2025-03-01", "M.JP.N.S 2020-01 100", "M.JP.N.S 2024-12 100", "M.JP.N.S 2025-01 100");

    ArchivedRelease release =
        releases.accept(
            "2025-04-01",
            "M.JP.N.S 2020-01 102",
            "M.JP.N.S 2024-12 100.5",
            "M.JP.N.S 2025-01 10000");

    assertThat(release.standing().remarks().findings())
        .map(
            finding ->
                finding.check() + " " + finding.period().orElseThrow() + " " + finding.severity())
        .containsExactly("REVISION_WINDOW 2020-01 WARNING", "REVISION_SIZE 2025-01 CRITICAL");
    assertThat(release.standing().state()).isEqualTo(State.HELD);
  }

  @Test
  void comparesWithTheLatestReleaseThatCounts() {
    releases.accept("2025-03-01", "M.JP.N.S 2025-01 100");
    ArchivedRelease held = releases.accept("2025-04-01", "M.JP.N.S 2025-01 900");
    assertThat(held.standing().state()).isEqualTo(State.HELD);

    assertThat(releases.accept("2025-05-01", "M.JP.N.S 2025-01 101").standing().state())
        .isEqualTo(State.PUBLISHED);
  }

  @Test
  void mentionsAReleaseThatComesAfterItsSuccessor() {
    releases.accept("2025-04-01", "M.JP.N.S 2025-01 100");

    assertThat(only(releases.accept("2025-03-01", "M.JP.N.S 2025-01 90")).check())
        .isEqualTo(Check.RELEASE_ORDER);
  }

  @Test
  void linksACorrectionOfTheSameMomentToTheFirst() {
    ArchivedRelease first = releases.accept("2025-03-01", "M.JP.N.S 2025-01 100");

    ArchivedRelease corrected = releases.accept("2025-03-01", "M.JP.N.S 2025-01 101");

    assertThat(corrected.standing().remarks().corrects()).contains(first.id());
    ReleasePublished part = releases.archive.parts().getLast();
    assertThat(part.remarks().orElseThrow().corrects()).contains(first.id());
    assertThat(
            releases
                .accept("2025-03-01", "M.JP.N.S 2025-01 101", "M.JP.N.S 2025-02 5")
                .standing()
                .remarks()
                .corrects())
        .as("the same figures again correct nothing")
        .isEmpty();
  }

  @Test
  void refusesAReleaseThatLostItsMultiplier() {
    IngestOutcome.Refused refused =
        (IngestOutcome.Refused)
            releases.ingest("2025-03-01", "M.JP.N.S 2025-01 0.0000001", "M.JP.N.S 2025-02 1");

    assertThat(refused.reason()).isEqualTo(RefusalReason.FAULTY_RELEASE);
    assertThat(refused.findings().getFirst().detail()).contains("is a multiplier lost?");
    assertThat(releases.events).isEmpty();
  }

  @Test
  void deletesWhatWasPublishedBefore() {
    releases.accept(
        "2025-03-01", "M.JP.N.S 2025-01 100", "M.JP.N.S 2025-02 100", "M.JP.N.G 2025-01 100");

    releases.accept(
        "2025-04-01", "M.JP.N.S 2025-03 100", "M.JP.N.G 2025-02 100", "D M.JP.N.S 2025-01");
    ReleasePublished part = releases.archive.parts().getLast();
    assertThat(part.series())
        .filteredOn(series -> series.key().toString().equals("M.JP.N.S"))
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.observations()).hasSize(1);
              assertThat(series.coverage().from().orElseThrow()).hasToString("2025-01");
              assertThat(series.coverage().except().orElseThrow()).hasSize(1);
            });

    releases.accept("2025-05-01", "D M.JP..");
    assertThat(releases.archive.parts().getLast().series())
        .hasSize(2)
        .allMatch(series -> series.observations().isEmpty() && series.coverage().from().isEmpty());
  }

  @Test
  void deletingAPeriodLeavesSeriesOfAnotherFrequencyAlone() {
    releases.accept("2025-03-01", "M.JP.N.S 2024-01 100", "A.JP.N.S 2024 1200");

    releases.accept("2025-04-01", "D .JP.N.S 2024");

    assertThat(releases.archive.parts().getLast().series())
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.key()).hasToString("A.JP.N.S");
              assertThat(series.coverage().from().orElseThrow()).hasToString("2024");
            });
  }

  @Test
  void refusesToDeleteWhatWasNeverPublished() {
    assertThat(((IngestOutcome.Refused) releases.ingest("2025-03-01", "D M.JP.N.S")).findings())
        .map(finding -> finding.detail())
        .isEqualTo(List.of("nothing was ever published of what is deleted"));
  }

  private static Finding only(ArchivedRelease release) {
    List<Finding> findings = release.standing().remarks().findings();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void comparesAHistoryWithTheHistoryBehindALaterSmallRelease() {
    PlainReleases selection = new PlainReleases(Scope.SELECTION);
    selection.accept("2025-03-01", "M.JP.N.S 2025-01 100", "M.JP.N.S 2025-02 100");
    selection.accept("2025-03-02", "M.JP.N.S 2025-02 100");

    ArchivedRelease odd =
        selection.accept("2025-03-03", "M.JP.N.S 2025-01 900", "M.JP.N.S 2025-02 100");

    assertThat(odd.standing().state()).isEqualTo(Standing.State.HELD);
  }

  @Test
  void comparesAReleaseWithTheOneBeforeItInTimeThoughItComesLast() {
    releases.accept("2025-03-01", "M.JP.C.SI 2025-01 100", "M.JP.C.SH 2025-01 130");
    releases.accept("2025-05-01", "M.JP.C.SI 2025-01 100");
    ArchivedRelease between = releases.accept("2025-04-01", "M.JP.C.SI 2025-01 100.5");

    assertThat(between.standing().remarks().findings())
        .map(Finding::check)
        .containsExactly(Check.RELEASE_ORDER, Check.LOST_SERIES);
    assertThat(between.standing().remarks().findings().getLast().detail())
        .contains("2025-03-01T12:00:00Z");
  }

  @Test
  void comparesAReleaseThatIsOlderThanAllWithNone() {
    releases.accept("2025-03-01", "M.JP.C.SI 2025-01 100", "M.JP.C.SH 2025-01 130");
    ArchivedRelease oldest = releases.accept("2025-02-01", "M.JP.C.SI 2025-01 999");

    assertThat(only(oldest).check()).isEqualTo(Check.RELEASE_ORDER);
  }

  @Test
  void refusesFiguresOfPeriodsThatBeginAfterTheRelease() {
    IngestOutcome.Refused refused =
        (IngestOutcome.Refused)
            releases.ingest(
                "2025-03-01",
                "M.JP.C.SI 2025-03 100",
                "M.JP.C.SI 2025-04 100",
                "Q.JP.C.SI 2025-Q2 100",
                "A.JP.C.SI 2025 100");

    assertThat(refused.findings())
        .map(Object::toString)
        .satisfiesExactly(
            month -> assertThat(month).contains("2025-04 begins after 2025-03-01"),
            quarter -> assertThat(quarter).contains("2025-Q2 begins after 2025-03-01"));
  }

  @Test
  void refusesFiguresOfAReleaseThatClaimsToBeOlderThanStatistics() {
    assertThat(releases.ingest("-0100-01-01", "M.JP.C.SI 2025-01 100", "D.JP.C.SI 2025-01-01 100"))
        .isInstanceOfSatisfying(
            IngestOutcome.Refused.class, refused -> assertThat(refused.count()).isEqualTo(2));
  }
}
