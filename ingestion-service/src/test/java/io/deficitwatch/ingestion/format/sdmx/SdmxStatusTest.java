package io.deficitwatch.ingestion.format.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.sample.SharedData;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmxStatusTest {
  /** A dash: refused. */
  @ParameterizedTest
  @CsvSource({
    "'', A, L",
    "A, A, -",
    "B, B, -",
    "D, A, L",
    "E, E, -",
    "F, -, -",
    "G, E, -",
    "H, -, M",
    "I, E, -",
    "J, A, L",
    "K, -, L",
    "L, -, L",
    "M, -, M",
    "N, A, L",
    "O, -, L",
    "P, P, -",
    "Q, -, Q",
    "S, A, L",
    "T, A, L",
    "U, E, L",
    "V, P, -",
    "W, A, -",
    "Z, -, -",
    "A P, P, -",
    "J U N, E, L",
    "A F, -, -",
    "B E, B, -",
    "L Q, -, Q",
    "A L, -, -"
  })
  void readsTheCodesOfTheCodeList(String codes, String withValue, String withoutValue) {
    assertThat(SdmxStatus.of(codes, true).status()).isEqualTo(expected(withValue));
    assertThat(SdmxStatus.of(codes, false).status()).isEqualTo(expected(withoutValue));
  }

  @Test
  void knowsEveryCodeOfTheCodeListButForecasts() {
    List<String> codes =
        SharedData.lines("data/sdmx-structures/CL_OBS_STATUS.csv").stream()
            .skip(1)
            .map(line -> line.substring(line.lastIndexOf(',') + 1))
            .filter(code -> !code.equals("F"))
            .toList();

    assertThat(codes)
        .hasSize(17)
        .allMatch(
            code ->
                SdmxStatus.of(code, true).status().isPresent()
                    || SdmxStatus.of(code, false).status().isPresent());
  }

  @Test
  void saysWhyAStatusIsNotTaken() {
    assertThat(SdmxStatus.of("F", true).fault())
        .isEqualTo("F: a forecast is not taken as an observation");
    assertThat(SdmxStatus.of("Q", true).fault())
        .isEqualTo("Q says that there is no value, but there is one");
    assertThat(SdmxStatus.of("P", false).fault())
        .isEqualTo("P says that there is a value, but there is none");
    assertThat(SdmxStatus.of("z", true).fault())
        .startsWith("'z' is no status that is known: A, B,");
  }

  private static Optional<ObservationStatus> expected(String status) {
    return status.equals("-") ? Optional.empty() : Optional.of(ObservationStatus.valueOf(status));
  }
}
