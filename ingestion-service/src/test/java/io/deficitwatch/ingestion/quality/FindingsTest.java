package io.deficitwatch.ingestion.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings();

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

  @Test
  void tellsOnceWhatHoldsForAllThatFollow() {
    findings.addOnce(() -> "1:1", "too many");
    findings.addOnce(() -> "2:1", "too many");
    findings.addOnce(() -> "2:1", "too long");

    assertThat(findings.kept())
        .containsExactly(new Finding("1:1", "too many"), new Finding("2:1", "too long"));
  }

  @Test
  void givesUpAtTheHundredThousandth() {
    for (int i = 1; i < 100_000; i++) {
      findings.add(() -> "place", () -> "fault");
    }

    assertThatExceptionOfType(TooManyFaults.class).isThrownBy(() -> findings.add("place", "fault"));
    assertThat(findings.count()).isEqualTo(100_000);
  }

  @Test
  void givesUpAtTheHundredThousandthPlaceOfOneFault() {
    for (int i = 1; i < 100_000; i++) {
      findings.addOnce(() -> "place", "too many");
    }

    assertThatExceptionOfType(TooManyFaults.class)
        .isThrownBy(() -> findings.addOnce(() -> "place", "too many"));
    assertThat(findings.count()).isEqualTo(1);
  }
}
