package io.deficitwatch.ingestion.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.FormatName;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trend tables, made of the publisher's figures in the layout that its readers describe. */
class MofTrendTest {
  private static final Charset CP932 = Charset.forName("windows-31j");

  private static Read summary() {
    return Read.table(FormatName.MOF_CSV, "MOF:BOP_SUMMARY").releasedAt("2017-08-07T23:50:00Z");
  }

  private static Read services() {
    return Read.table(FormatName.MOF_CSV, "MOF:BOP_SERVICES").releasedAt("2017-08-07T23:50:00Z");
  }

  @ParameterizedTest
  @CsvSource({"20170511, 255", "20170608, 256", "20170808, 258"})
  void everyCellOfTheSummaryIsTaken(String vintage, int months) {
    requireEveryCell(MofTrend.summary(vintage), summary(), months);
  }

  @ParameterizedTest
  @CsvSource({"20170511, 255", "20170608, 256", "20170808, 258"})
  void everyCellOfTheServicesIsTaken(String vintage, int months) {
    requireEveryCell(MofTrend.services(vintage), services(), months);
  }

  private static void requireEveryCell(MofTrend trend, Read read, int months) {
    Cells cells = Cells.of(read.complete(trend.text().getBytes(CP932), UTF_8));

    assertThat(trend.rows()).hasSize(months);
    assertThat(cells.count()).isEqualTo((long) months * trend.keys().size());
    for (List<String> row : trend.rows()) {
      for (int i = 0; i < trend.keys().size(); i++) {
        assertThat(new BigDecimal(cells.value(trend.keys().get(i), row.getFirst().substring(0, 7))))
            .isEqualByComparingTo(row.get(trend.positions().get(i)) + "00000000");
      }
    }
  }

  @Test
  void hasTheFiguresThatWerePublished() {
    Cells cells = Cells.of(summary().complete(MofTrend.summary("20170808").text()));

    assertThat(cells.value("M.JP.W1.N.CAB.JPY", "1996-01")).isEqualTo("34200000000");
    assertThat(cells.value("M.JP.W1.N.S.JPY", "2017-02")).isEqualTo("5300000000");
    assertThat(
            Cells.of(summary().complete(MofTrend.summary("20170511").text()))
                .value("M.JP.W1.N.S.JPY", "2017-02"))
        .isEqualTo("-63900000000");
  }

  @Test
  void provisionalMonthsAreMarked() {
    Cells cells = Cells.of(services().complete(MofTrend.services("20170808").text()));

    assertThat(cells.at("M.JP.W1.N.SI.JPY", "2017-06").status()).isEqualTo(ObservationStatus.P);
    assertThat(cells.at("M.JP.W1.N.SI.JPY", "2017-03").status()).isEqualTo(ObservationStatus.A);
    assertThat(cells.count(ObservationStatus.P)).isEqualTo(3 * 14);
  }

  @Test
  void comingMonthsHaveNoFigures() {
    var series =
        Cells.series(summary().complete(MofTrend.summary("20170808").text()), "M.JP.W1.N.CAB.JPY");

    assertThat(series.observations().getLast().period()).hasToString("2017-06");
    assertThat(series.coverage().to().orElseThrow()).hasToString("2017-12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"▲1,234", "△1,234", "\u22121,234", "－１，２３４", "(1,234)", "-1234"})
  void theseAreBelowZero(String text) {
    assertThat(first(text).value().orElseThrow()).isEqualByComparingTo("-123400000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--", ".", "", " ", "　", "－－"})
  void theseAreNoValue(String text) {
    assertThat(first(text).value()).isEmpty();
    assertThat(first(text).status()).isEqualTo(ObservationStatus.L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,23", "12²", "(12", "-(12)", "1 234", "n.a.", "-", "１２③", "1e3"})
  void theseAreNoNumbers(String text) {
    assertThat(summary().findings(withFirst(text))).map(Finding::place).containsExactly("27:5");
  }

  private static Observation first(String text) {
    return Cells.of(summary().complete(withFirst(text))).at("M.JP.W1.N.CAB.JPY", "1996-01");
  }

  private static String withFirst(String text) {
    return MofTrend.summary("20170511").text().replace("Jan,342,", "Jan,\"" + text + "\",");
  }

  @Test
  void aMonthWithoutFiguresAmongOthersIsOneWithoutValues() {
    String text =
        MofTrend.summary("20170511")
            .text()
            .replaceFirst(",２月,,Feb,[^\r]*", ",２月,,Feb,--,--,--,--,--,--,--,--");

    Cells cells = Cells.of(summary().complete(text));

    assertThat(cells.count(ObservationStatus.L)).isEqualTo(8);
    assertThat(cells.at("M.JP.W1.C.G.JPY", "1996-02").value()).isEmpty();
  }

  @Test
  void theTwoYearsMustAgree() {
    assertThat(summary().findings(MofTrend.summary("20170511").text().replace("平成10年", "平成11年")))
        .map(Finding::place)
        .startsWith("51:3");
  }

  @Test
  void theFirstYearOfAnEraHasAName() {
    assertThat(EraYear.find("令和元年")).hasValue(2019);
    assertThat(EraYear.find("平成３１年")).hasValue(2019);
    assertThat(EraYear.find("(昭和64年)")).hasValue(1989);
    assertThat(EraYear.find("令和0年")).isEmpty();
  }

  @Test
  void twoColumnsThatChangedPlacesAreNamed() {
    String swapped = MofTrend.summary("20170511").swapped(7, 8);

    assertThat(summary().findings(swapped)).map(Finding::place).containsExactly("27:8", "27:9");
  }

  @Test
  void headingsThatMovedAwayFromTheirFiguresAreNamed() {
    String moved =
        MofTrend.summary("20170511")
            .text()
            .replace(",,,,経常収支", ",,,,,経常収支")
            .replace(",,,,Current", ",,,,,Current");

    assertThat(summary().findings(moved)).map(Finding::place).contains("27:5", "27:6");
  }

  @Test
  void aServicesTableIsNoSummary() {
    assertThat(summary().findings(MofTrend.services("20170511").text())).hasSize(8);
  }

  @Test
  void aFigureBehindTheLastColumnIsNamed() {
    String text = MofTrend.summary("20170511").text().replace("\r\n", ",\r\n");

    assertThat(
            summary()
                .findings(
                    text.replaceFirst("Jan,342,", "Jan,,342,").replaceFirst(",\r\n,２月", "\r\n,２月")))
        .map(Finding::place)
        .containsExactly("27:13");
  }
}
