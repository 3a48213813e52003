package io.deficitwatch.ingestion.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.ingestion.calendar.Due;
import io.deficitwatch.ingestion.fetch.FetchState.Attempt;
import io.deficitwatch.ingestion.fetch.FetchState.Run;
import io.deficitwatch.ingestion.fetch.PollSchedule.Expectation;
import io.deficitwatch.ingestion.release.Standing;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollScheduleTest {
  private static final Instant DUE = Instant.parse("2026-12-07T23:50:00Z");
  private static final Due EXPECTED = new Due(DUE.minus(Duration.ofHours(9)), DUE, List.of());
  private static final Expectation NOTHING = new Expectation(Optional.empty(), Optional.empty());
  private static final Expectation COMING =
      new Expectation(Optional.empty(), Optional.of(EXPECTED));
  private static final Expectation UNMET = new Expectation(Optional.of(EXPECTED), Optional.empty());

  private final Source source = Samples.file(URI.create("https://example.org/file.csv"));
  private final PollSchedule schedule = new PollSchedule(Samples.POLICY);

  @Test
  void asksAtOnceWhatWasNeverAsked() {
    assertThat(schedule.nextAt(source, FetchState.unknown(source.dataflow()), COMING).isBefore(DUE))
        .isTrue();
  }

  @Test
  void looksOnceADayWhileNothingIsDue() {
    Instant last = DUE.minus(Duration.ofDays(10));

    assertThat(after(last, 0, 0, COMING))
        .isBetween(last.plus(Duration.ofMinutes(1296)), last.plus(Duration.ofMinutes(1584)));
  }

  @Test
  void asksShortlyAfterTheMomentOfTheReleaseAndNotBefore() {
    Instant last = DUE.minus(Duration.ofHours(3));

    assertThat(after(last, 0, 0, COMING)).isBetween(DUE, DUE.plusSeconds(15));
    assertThat(after(last, 0, 0, UNMET)).isEqualTo(after(last, 0, 0, COMING));
  }

  @Test
  void theShareOfChanceDiffersFromTimeToTime() {
    List<Duration> shares = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      shares.add(Duration.between(DUE, after(DUE.minusSeconds(3600 + i), 0, 0, COMING)));
    }

    assertThat(shares.stream().distinct()).hasSizeGreaterThan(40);
  }

  @Test
  void pollsMoreSlowlyTheLongerTheReleaseDoesNotCome() {
    Instant last = DUE.plusSeconds(20);

    assertThat(delay(last, 0, 1, UNMET)).isBetween(Duration.ofSeconds(27), Duration.ofSeconds(33));
    assertThat(delay(last, 0, 3, UNMET))
        .isBetween(Duration.ofSeconds(108), Duration.ofSeconds(132));
    assertThat(delay(last, 0, 400, UNMET)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
  }

  @Test
  void aPastPatienceDoesNotSlowDownTheNextRelease() {
    assertThat(after(DUE.minusSeconds(3600), 0, 9, UNMET)).isBetween(DUE, DUE.plusSeconds(15));
  }

  @Test
  void stopsPollingWhenTheReleaseIsIn() {
    assertThat(delay(DUE.plusSeconds(80), 0, 0, NOTHING)).isGreaterThan(Duration.ofHours(21));
  }

  @Test
  void givesUpPollingAfterADay() {
    assertThat(delay(DUE.plus(Duration.ofHours(25)), 0, 90, UNMET))
        .isGreaterThan(Duration.ofHours(21));
  }

  @Test
  void backsOffFromAPublisherThatFails() {
    Instant last = DUE.plusSeconds(20);

    assertThat(delay(last, 1, 0, UNMET)).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66));
    assertThat(delay(last, 4, 0, UNMET))
        .isBetween(Duration.ofSeconds(432), Duration.ofSeconds(528));
    assertThat(delay(last, 99, 0, NOTHING))
        .isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66));
  }

  @Test
  void leavesAPublisherAloneAsLongAsItAsksButNotForEver() {
    FetchState before = FetchState.unknown(source.dataflow());
    FetchState asked =
        before.after(
            new FetchOutcome.PublisherError("HTTP 503", "busy", Optional.of(Duration.ofHours(3))),
            DUE,
            true,
            Duration.ofHours(6));
    FetchState endless =
        before.after(
            new FetchOutcome.PublisherError("HTTP 429", "", Optional.of(Duration.ofDays(300))),
            DUE,
            true,
            Duration.ofHours(6));

    assertThat(schedule.nextAt(source, asked, UNMET)).isEqualTo(DUE.plus(Duration.ofHours(3)));
    assertThat(schedule.nextAt(source, endless, UNMET)).isEqualTo(DUE.plus(Duration.ofHours(6)));
    assertThat(schedule.earliest(source, asked)).isEqualTo(DUE.plus(Duration.ofHours(3)));
  }

  @Test
  void neverAsksMoreOftenThanTheSourceAllows() {
    Instant last = DUE.minusSeconds(5);

    assertThat(after(last, 0, 0, COMING)).isEqualTo(last.plusSeconds(30));
    assertThat(schedule.earliest(source, state(last, 0, 0))).isEqualTo(last.plusSeconds(30));
  }

  @Test
  void countsFailuresAndFruitlessFetches() {
    FetchState state = FetchState.unknown(source.dataflow());
    FetchOutcome gone = new FetchOutcome.Unreachable(FetchOutcome.Cause.TIMED_OUT);
    Duration longest = Duration.ofHours(6);

    FetchState twice = state.after(gone, DUE, true, longest).after(gone, DUE, true, longest);
    FetchState same = twice.after(new FetchOutcome.NotModified(), DUE, true, longest);
    FetchState in =
        same.after(
            new FetchOutcome.NewRelease("id", DUE, Standing.State.PUBLISHED), DUE, true, longest);

    assertThat(twice.run()).isEqualTo(new Run(2, 2));
    assertThat(same.run()).isEqualTo(new Run(0, 3));
    assertThat(in.run()).isEqualTo(new Run(0, 0));
    assertThat(twice.after(new FetchOutcome.NotModified(), DUE, false, longest).run())
        .isEqualTo(new Run(0, 0));
  }

  private Duration delay(Instant last, int failures, int fruitless, Expectation expected) {
    return Duration.between(last, after(last, failures, fruitless, expected));
  }

  private Instant after(Instant last, int failures, int fruitless, Expectation expected) {
    return schedule.nextAt(source, state(last, failures, fruitless), expected);
  }

  private FetchState state(Instant last, int failures, int fruitless) {
    return new FetchState(
        source.dataflow(),
        Optional.of(new Attempt(last, FetchOutcome.Kind.UNCHANGED, "the same", Optional.empty())),
        new Run(failures, fruitless),
        Validators.NONE,
        Optional.empty());
  }
}
