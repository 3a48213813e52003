package io.deficitwatch.ingestion.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.calendar.DataflowCalendar.Edition;
import io.deficitwatch.ingestion.calendar.DataflowCalendar.Office;
import io.deficitwatch.ingestion.calendar.ReleaseRule.Awaited;
import io.deficitwatch.ingestion.calendar.ReleaseRule.Reach;
import io.deficitwatch.ingestion.calendar.ScheduledRelease.Basis;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseCalendarTest {
  private static final DataflowRef FLOW = DataflowRef.parse("TEST:BP");
  private static final ReleaseRule MONTHLY =
      new ReleaseRule(
          "preliminary",
          Stage.FIRST_PRELIMINARY,
          new LocalizedText("Preliminary, {period}", "速報 {period}"),
          new Reach(Frequency.M, 2),
          new ReleaseDay.BusinessDay(6),
          Awaited.ALWAYS);
  private static final ReleaseRule QUARTERLY =
      new ReleaseRule(
          "second",
          Stage.SECOND_PRELIMINARY,
          new LocalizedText("Second preliminary, {period}", "第2次速報 {period}"),
          new Reach(Frequency.Q, 4),
          new ReleaseDay.SameDayAs("preliminary"),
          Awaited.ALWAYS);
  private static final ReleaseRule YEARLY =
      new ReleaseRule(
          "yearly",
          Stage.UNSPECIFIED,
          new LocalizedText("Year {period}", "{period}"),
          new Reach(Frequency.A, 5),
          new ReleaseDay.Announced(),
          Awaited.NEVER);

  @Test
  void listsByRuleWhatComesOutAndWhatItCovers() {
    List<ScheduledRelease> found = list(calendar(), "2026-10-01", "2026-12-01");

    assertThat(found)
        .extracting(release -> release.subject() + " " + release.at())
        .containsExactly(
            "TEST:BP/preliminary/2026-08 2026-10-07T23:50:00Z",
            "TEST:BP/second/2026-Q2 2026-10-07T23:50:00Z",
            "TEST:BP/preliminary/2026-09 2026-11-08T23:50:00Z");
    assertThat(found.getFirst().title())
        .isEqualTo(new LocalizedText("Preliminary, August 2026", "速報 2026年8月"));
    assertThat(found.get(1).title())
        .isEqualTo(new LocalizedText("Second preliminary, Q2 2026", "第2次速報 2026年4～6月"));
    assertThat(found.getFirst().schedule().basis()).isEqualTo(Basis.RULE);
    assertThat(found.getFirst().schedule().sequence()).isZero();
  }

  @Test
  void anAnnouncedDateHoldsAgainstTheRuleAndTheLastOneAgainstThoseBefore() {
    DataflowCalendar announced =
        calendar()
            .withAnnouncements(
                List.of(
                    announce("preliminary", "2026-08", "2026-10-09", "2026-09-01"),
                    announce("preliminary", "2026-08", "2026-10-12", "2026-10-01")));

    List<ScheduledRelease> found = list(announced, "2026-10-01", "2026-11-01");

    assertThat(found)
        .allSatisfy(
            release -> {
              assertThat(release.at()).isEqualTo(Instant.parse("2026-10-11T23:50:00Z"));
              assertThat(release.schedule().basis()).isEqualTo(Basis.ANNOUNCED);
              assertThat(release.schedule().sequence()).isEqualTo(2);
              assertThat(release.schedule().statedOn()).isEqualTo("2026-10-01");
              assertThat(release.schedule().source()).isPresent();
            });
    assertThat(found).extracting(release -> release.subject().rule()).contains("second");
  }

  @Test
  void findsWhatIsAnnouncedFarFromItsRule() {
    DataflowCalendar announced =
        calendar()
            .withAnnouncements(
                List.of(announce("preliminary", "2026-01", "2026-12-01", "2026-09-01")));

    assertThat(list(announced, "2026-11-30", "2026-12-02"))
        .extracting(release -> release.subject().covers().toString())
        .containsExactly("2026-01");
    assertThat(list(announced, "2026-03-01", "2026-04-01")).isEmpty();
  }

  @Test
  void knowsNoDayOfAReleaseThatIsOnlyAnnounced() {
    assertThat(list(calendar(), "2026-05-01", "2026-06-01"))
        .noneMatch(release -> release.subject().rule().equals("yearly"));
    assertThat(
            list(
                calendar()
                    .withAnnouncements(
                        List.of(announce("yearly", "2025", "2026-05-29", "2026-01-01"))),
                "2026-05-20",
                "2026-06-01"))
        .extracting(release -> release.subject().toString())
        .containsExactly("TEST:BP/yearly/2025");
  }

  @Test
  void tellsWhatIsDueAndWhatComesNext() {
    ReleaseCalendar calendar = of(calendar());
    Instant at = Instant.parse("2026-10-07T23:50:00Z");

    assertThat(calendar.nextDue(FLOW, at.minusSeconds(1)).orElseThrow().at()).isEqualTo(at);
    Due due = calendar.lastDue(FLOW, at).orElseThrow();
    assertThat(due.at()).isEqualTo(at);
    assertThat(due.releases()).hasSize(2);
    assertThat(calendar.nextDue(FLOW, at).orElseThrow().at())
        .isEqualTo(Instant.parse("2026-11-08T23:50:00Z"));
    assertThat(calendar.lastDue(DataflowRef.parse("TEST:OTHER"), at)).isEmpty();
  }

  @Test
  void aReleaseOfThatDayMeetsWhatIsDueWhateverItsTime() {
    Due due = of(calendar()).lastDue(FLOW, Instant.parse("2026-10-20T00:00:00Z")).orElseThrow();

    assertThat(due.isMetBy(Instant.parse("2026-10-07T15:00:00Z"))).isTrue();
    assertThat(due.isMetBy(Instant.parse("2026-10-07T14:59:59Z"))).isFalse();
  }

  @Test
  void tellsWhichStepsAReleaseOfADayTakes() {
    assertThat(of(calendar()).listOnDayOf(FLOW, Instant.parse("2026-10-08T03:00:00Z")))
        .extracting(ScheduledRelease::stage)
        .containsExactly(Stage.FIRST_PRELIMINARY, Stage.SECOND_PRELIMINARY);
    assertThat(of(calendar()).listOnDayOf(FLOW, Instant.parse("2026-10-09T03:00:00Z"))).isEmpty();
  }

  @Test
  void waitsForAReleaseWhoseDayIsGuessedOnceItIsAnnounced() {
    ReleaseRule guessed =
        new ReleaseRule(
            "guessed",
            Stage.UNSPECIFIED,
            new LocalizedText("{period}", "{period}"),
            new Reach(Frequency.M, 2),
            new ReleaseDay.BusinessDay(6),
            Awaited.ANNOUNCED);

    assertThat(
            list(
                    calendar(guessed)
                        .withAnnouncements(
                            List.of(announce("guessed", "2026-08", "2026-10-09", "2026-09-01"))),
                    "2026-10-01",
                    "2026-12-01")
                .stream()
                .map(release -> release.subject().covers() + " " + release.awaited()))
        .containsExactly("2026-08 true", "2026-09 false");
  }

  @Test
  void refusesWhatContradictsItself() {
    assertThatThrownBy(
            () ->
                calendar()
                    .withAnnouncements(
                        List.of(announce("prelim", "2026-08", "2026-10-08", "2026-09-01"))))
        .hasMessage("no release is prelim; known are preliminary, second, yearly");
    assertThatThrownBy(
            () ->
                calendar()
                    .withAnnouncements(
                        List.of(announce("second", "2026-08", "2026-10-08", "2026-09-01"))))
        .hasMessage("second covers periods of frequency Q, which 2026-08 is not");
    assertThatThrownBy(() -> calendar(MONTHLY, MONTHLY))
        .hasMessage("two releases have the id preliminary");
    assertThatThrownBy(() -> calendar(QUARTERLY))
        .hasMessageContaining("sameDayAs names a release that has a day of its own");
  }

  private static Announcement announce(String rule, String covers, String day, String on) {
    return new Announcement(
        rule,
        TimePeriod.parse(covers),
        LocalDate.parse(day),
        Optional.empty(),
        LocalDate.parse(on),
        Optional.of(URI.create("https://example.org/dates")));
  }

  private static List<ScheduledRelease> list(DataflowCalendar calendar, String from, String to) {
    return of(calendar)
        .list(
            Optional.of(FLOW),
            Instant.parse(from + "T00:00:00Z"),
            Instant.parse(to + "T00:00:00Z"));
  }

  private static ReleaseCalendar of(DataflowCalendar calendar) {
    return new ReleaseCalendar(() -> List.of(calendar), new WeekdaysOnly());
  }

  private static DataflowCalendar calendar() {
    return calendar(MONTHLY, QUARTERLY, YEARLY);
  }

  private static DataflowCalendar calendar(ReleaseRule... rules) {
    return new DataflowCalendar(
        FLOW,
        new Office("JP", ZoneId.of("Asia/Tokyo"), LocalTime.of(8, 50)),
        new Edition(LocalDate.parse("2014-01-01"), LocalDate.parse("2026-11-24")),
        List.of(rules),
        List.of());
  }
}
