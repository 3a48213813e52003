package io.deficitwatch.ingestion.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesCheckTest {
  private final Findings findings = new Findings();
  private final SeriesCheck check = new SeriesCheck(Frequency.M, findings);

  @Test
  void keepsTheOrderOfThePeriods() {
    take("2025-03", "2025-01", "2025-02");

    assertThat(check.observations())
        .map(observation -> observation.period().toString())
        .containsExactly("2025-01", "2025-02", "2025-03");
    assertThat(check.gaplessCoverage("here")).isEqualTo(coverage("2025-01", "2025-03"));
    assertThat(findings.isEmpty()).isTrue();
  }

  @Test
  void namesEveryPeriodThatStandsTwice() {
    take("2025-01", "2025-02", "2025-02", "2025-01", "2025-03", "2025-03");

    assertThat(findings.kept())
        .map(Finding::place)
        .containsExactly("at 2025-02", "at 2025-01", "at 2025-03");
    assertThat(check.observations()).hasSize(3);
  }

  @Test
  void refusesAnotherFrequency() {
    take("2025-01", "2025-Q1");

    assertThat(findings.kept().getFirst().detail()).contains("2025-Q1", "frequency Q");
  }

  @Test
  void namesWhatIsMissingInBetween() {
    take("2024-11", "2025-01", "2025-04");

    check.gaplessCoverage("here");

    assertThat(findings.kept())
        .map(Finding::detail)
        .satisfiesExactly(
            first -> assertThat(first).contains("2024-12"),
            second -> assertThat(second).contains("2025-02"));
  }

  @Test
  void refusesMoreThanWasAskedFor() {
    take("2024-11", "2024-12");

    check.requireWithin(coverage("2024-11", "2024-12"), "here");
    assertThat(findings.isEmpty()).isTrue();
    check.requireWithin(coverage("2024-12", "2024-12"), "here");
    assertThat(findings.count()).isEqualTo(1);
  }

  @Test
  void refusesASeriesWithoutPeriodsWhichWouldRetractAll() {
    check.requireWithin(new Coverage(Optional.empty(), Optional.empty()), "here");

    assertThat(findings.kept()).containsExactly(new Finding("here", "the series has no period"));
  }

  @Test
  void countsFaultsThatItDoesNotKeep() {
    for (int i = 0; i < 2500; i++) {
      findings.add("place " + i, "fault");
    }

    assertThat(findings.count()).isEqualTo(2500);
    assertThat(findings.kept())
        .hasSize(1000)
        .last()
        .extracting(Finding::place)
        .isEqualTo("place 999");
  }

  private void take(String... periods) {
    for (String period : periods) {
      check.take(
          () -> "at " + period,
          new Observation(
              TimePeriod.parse(period), Optional.of(BigDecimal.ONE), ObservationStatus.A));
    }
  }

  private static Coverage coverage(String from, String to) {
    return new Coverage(Optional.of(TimePeriod.parse(from)), Optional.of(TimePeriod.parse(to)));
  }
}
