package io.deficitwatch.ingestion.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.sample.SharedData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EcbHistoryFormatTest {
  private static final String FILE = "data/fx/eurofxref-hist.csv";
  private static final String SHORT =
      """
      Date,USD,JPY,HRK,
      2026-04-13,1.1684,186.75,N/A,
      2026-04-10,1.1711,186.43,7.5,
      2026-04-09,1.17,N/A,N/A,
      2026-04-08,1.16,186.0,7.4,
      2026-04-07,1.15,185.0,N/A,
      """;

  private static Read ecb() {
    return Read.table(FormatName.ECB_HISTORY_CSV, "ECB:EUROFXREF");
  }

  @Test
  void everyCellIsTaken() {
    Read.Taken taken = ecb().complete(SharedData.bytes(FILE), UTF_8);

    Cells cells = Cells.of(taken);
    List<String> lines = SharedData.lines(FILE);
    List<String> header = Cells.fields(lines.getFirst());
    assertThat(taken.series()).hasSize(41);
    assertThat(cells.count(ObservationStatus.A)).isEqualTo(286_303 - 68_748);
    assertThat(cells.count(ObservationStatus.L)).isEqualTo(2341);
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = Cells.fields(line);
      for (int i = 1; i <= 41; i++) {
        String key = "D.%s.EUR.SP00.A".formatted(header.get(i));
        if (!fields.get(i).equals("N/A")) {
          assertThat(cells.at(key, fields.getFirst()).value())
              .contains(new BigDecimal(fields.get(i)));
        }
      }
    }
  }

  @Test
  void hasTheRatesThatWerePublished() {
    Read.Taken taken = ecb().complete(SharedData.bytes(FILE), UTF_8);
    Cells cells = Cells.of(taken);

    assertThat(cells.value("D.USD.EUR.SP00.A", "1999-01-04")).isEqualTo("1.1789");
    assertThat(cells.value("D.JPY.EUR.SP00.A", "2026-04-13")).isEqualTo("186.75");
    assertThat(Cells.series(taken, "D.BGN.EUR.SP00.A").observations().getLast().period())
        .hasToString("2025-12-31");
    assertThat(Cells.series(taken, "D.USD.EUR.SP00.A").observations()).hasSize(6983);
  }

  @Test
  void cameOutInTheAfternoonOfItsNewestDay() {
    assertThat(ecb().complete(SHORT).releasedAt()).isEqualTo(Instant.parse("2026-04-13T14:00:00Z"));
  }

  @Test
  void aDayWithoutARateIsOneOnlyBetweenTwoRates() {
    Series kuna = Cells.series(ecb().complete(SHORT), "D.HRK.EUR.SP00.A");

    assertThat(kuna.observations())
        .map(Observation::period)
        .map(Object::toString)
        .containsExactly("2026-04-08", "2026-04-09", "2026-04-10");
    assertThat(kuna.observations().get(1).status()).isEqualTo(ObservationStatus.L);
  }

  @Test
  void aShortFileSaysNothingOfTheDaysBefore() {
    var coverage = Cells.series(ecb().complete(SHORT), "D.USD.EUR.SP00.A").coverage();

    assertThat(coverage.from().orElseThrow()).hasToString("2026-04-07");
    assertThat(coverage.to()).isEmpty();
  }

  @Test
  void readsTheFileOfTheDay() {
    Cells cells = Cells.of(ecb().complete("Date, USD, JPY, \n13 April 2026, 1.1684, 186.75, \n"));

    assertThat(cells.value("D.JPY.EUR.SP00.A", "2026-04-13")).isEqualTo("186.75");
  }

  @Test
  void everyFaultIsNamedWithItsPlace() {
    String faulty =
        SHORT
            .replace("1.1711", "-1.1711")
            .replace("186.43", "n/a")
            .replace("2026-04-08", "2026-04-31")
            .replace("2026-04-07", "2026-04-14")
            .replace("1.17,N/A,N/A,", "1.17,N/A,N/A");

    assertThat(ecb().findings(faulty))
        .map(Finding::place)
        .containsExactly("3:2", "3:3", "4:1", "5:1", "6:1");
  }

  @Test
  void anUnknownOrRepeatedCurrencyIsNamed() {
    assertThat(ecb().findings(SHORT.replace("HRK", "XXX")))
        .map(Finding::place)
        .containsExactly("1:4");
    assertThat(ecb().findings(SHORT.replace("HRK", "USD")))
        .map(Finding::place)
        .containsExactly("1:4");
  }
}
