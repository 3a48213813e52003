package io.deficitwatch.ingestion.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactDecimalTest {
  private final Findings findings = new Findings();

  @ParameterizedTest
  @CsvSource({
    "341.51732161, 8, 34151732161",
    "-5129.3460,   8, -512934600000",
    "29888.5173,   8, 2988851730000",
    "-66506,       8, -6650600000000",
    "0.123456789,  8, 12345678.9",
    "1.50,         0, 1.50",
    "0,            8, 0",
    "1e3,          2, 100000",
    "1.5E-2,       0, 0.015",
    "123456789012345678901234567890, 0, 123456789012345678901234567890",
    "0.000000000000000000000000000001, 0, 0.000000000000000000000000000001"
  })
  void isThePublishedNumberTimesItsPowerOfTen(String text, int multiplier, String value) {
    assertThat(
            ExactDecimal.read(text, multiplier, () -> "here", findings)
                .orElseThrow()
                .toPlainString())
        .isEqualTo(value);
    assertThat(findings.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-Infinity",
        "1,234",
        "１２",
        "0x10",
        "1e",
        "--1",
        "▲1",
        "",
        "1 2"
      })
  void refusesWhatIsNoDecimalNumber(String text) {
    assertThat(ExactDecimal.read(text, 8, () -> "here", findings)).isEmpty();
    assertThat(findings.kept())
        .containsExactly(new Finding("here", "'" + text + "' is no decimal number"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "1e-999999999",
        "-1E2147483647",
        "0e999999999",
        "1234567890123456789012345678901",
        "0.0000000000000000000000000000001"
      })
  void refusesNumbersThatWouldFillTheMemory(String text) {
    assertThat(ExactDecimal.read(text, 8, () -> "here", findings)).isEmpty();
    assertThat(findings.count()).isEqualTo(1);
  }

  @Test
  void refusesALongTextWithoutReadingIt() {
    assertThat(ExactDecimal.read("9".repeat(1_000_000), 8, () -> "here", findings)).isEmpty();
    assertThat(findings.kept().getFirst().detail()).hasSizeLessThan(100);
  }
}
