package io.deficitwatch.ingestion.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.sample.SharedData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FedFxFormatTest {
  private static final String FILE = "data/fx/fred_fx_monthly.csv";

  private static Read fed() {
    return Read.table(FormatName.FED_FX_CSV, "FRB:G5").releasedAt("2026-07-01T20:15:00Z");
  }

  private static Read.Taken taken() {
    return fed().complete(SharedData.bytes(FILE), UTF_8);
  }

  @Test
  void everyCellIsTaken() {
    Read.Taken taken = taken();

    Map<String, String> rates = new HashMap<>();
    taken
        .series()
        .forEach(
            series ->
                series
                    .observations()
                    .forEach(
                        one ->
                            rates.put(
                                one.period() + "-01," + series.sourceCode(),
                                one.value().orElseThrow().toPlainString())));
    List<String> lines = SharedData.lines(FILE);
    assertThat(taken.series()).hasSize(36);
    assertThat(rates).hasSize(17_237).hasSize(lines.size() - 1);
    assertThat(lines.subList(1, lines.size()))
        .allSatisfy(
            line -> {
              int comma = line.lastIndexOf(',');
              assertThat(rates).containsEntry(line.substring(0, comma), line.substring(comma + 1));
            });
  }

  @Test
  void hasTheRatesThatWerePublished() {
    Cells cells = Cells.of(taken());

    assertThat(cells.value("M.JPY.USD.SP00.A", "1971-01")).isEqualTo("358.0200");
    assertThat(cells.value("M.AUD.USD.SP00.A", "2026-06")).isEqualTo("1.4235");
    assertThat(cells.value("M.IEP.USD.SP00.A", "2001-12")).isEqualTo("0.8837");
  }

  /** Among them the five that the Federal Reserve itself quotes the other way round. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AUD", "BRL", "CAD", "CNY", "DKK", "EUR", "GBP", "HKD", "INR", "JPY", "KRW", "MXN", "MYR",
        "NOK", "NZD", "SEK", "SGD", "CHF", "THB", "ZAR"
      })
  void isCountedInTheCurrencyThatTheKeySays(String currency) {
    Cells euro =
        Cells.of(
            Read.table(FormatName.ECB_HISTORY_CSV, "ECB:EUROFXREF")
                .complete(SharedData.bytes("data/fx/eurofxref-hist.csv"), UTF_8));
    Map<TimePeriod, Observation> others = euro.series("D." + currency + ".EUR.SP00.A");
    Map<TimePeriod, List<Double>> perDollar = new HashMap<>();
    euro.series("D.USD.EUR.SP00.A")
        .forEach(
            (day, dollars) -> {
              Optional<Double> perEuro =
                  currency.equals("EUR")
                      ? Optional.of(1.0)
                      : Optional.ofNullable(others.get(day)).flatMap(FedFxFormatTest::number);
              perEuro.ifPresent(
                  rate ->
                      perDollar
                          .computeIfAbsent(
                              TimePeriod.ofMonth(day.firstMonth()), _ -> new ArrayList<>())
                          .add(rate / number(dollars).orElseThrow()));
            });
    Cells cells = Cells.of(taken());

    assertThat(perDollar.keySet()).hasSizeGreaterThan(200);
    perDollar.forEach(
        (month, rates) ->
            assertThat(
                    number(cells.at("M." + currency + ".USD.SP00.A", month.toString()))
                            .orElseThrow()
                        / rates.stream().mapToDouble(rate -> rate).average().orElseThrow())
                .isCloseTo(1, within(0.02)));
  }

  private static Optional<Double> number(Observation one) {
    return one.value().map(BigDecimal::doubleValue);
  }

  /** Irrevocable rates of 31 December 1998. */
  @ParameterizedTest
  @CsvSource({
    "ATS, 13.7603", "BEF, 40.3399", "FIM, 5.94573", "FRF, 6.55957", "DEM, 1.95583",
    "IEP, 0.787564", "ITL, 1936.27", "NLG, 2.20371", "PTE, 200.482", "ESP, 166.386"
  })
  void currenciesOfTheEuroAreTheirFixedPartOfIt(String currency, double perEuro) {
    Cells cells = Cells.of(taken());
    cells
        .series("M." + currency + ".USD.SP00.A")
        .forEach(
            (month, rate) -> {
              if (month.year() >= 1999) {
                assertThat(
                        number(rate).orElseThrow()
                            / number(cells.at("M.EUR.USD.SP00.A", month.toString())).orElseThrow())
                    .isCloseTo(perEuro, within(perEuro * 0.001));
              }
            });
  }

  @Test
  void eachBolivarIsACurrencyOfItsOwn() {
    Cells cells = Cells.of(taken());

    assertThat(cells.value("M.VEF.USD.SP00.A", "2018-08")).isEqualTo("2495016.1501");
    assertThat(cells.value("M.VES.USD.SP00.A", "2018-09")).isEqualTo("61.4953");
    assertThat(cells.value("M.VES.USD.SP00.A", "2021-10")).isEqualTo("4191337.2125");
    assertThat(cells.value("M.VED.USD.SP00.A", "2021-11")).isEqualTo("4.4848");
  }

  @Test
  void everyFaultIsNamedWithItsPlace() {
    assertThat(
            fed()
                .findings(
                    """
                    Date,Country,Exchange rate
                    2026-01-01,Japan,150.1
                    2026-01-02,Japan,150.1
                    2026-13-01,Japan,150.1
                    2026-02-01,Atlantis,150.1
                    2026-03-01,Japan,0
                    2026-04-01,Japan,ND
                    2026-01-01,Japan,151
                    2026-05-01,Japan
                    """))
        .map(Finding::place)
        .containsExactly("3:1", "4:1", "5:2", "6:3", "7:3", "8:1", "9:1");
  }
}
