package io.deficitwatch.ingestion.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.Table;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.sample.SharedData;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The real file, in the publisher's own bytes. */
class MofSecuritiesTest {
  private static final String FILE = "data/mof-sjis/mof_securities_montha1.sjis.csv";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final Charset CP932 = Charset.forName("windows-31j");

  private static Read securities() {
    return Read.table(FormatName.MOF_CSV, "MOF:SECURITIES");
  }

  private static Read.Taken taken() {
    return securities().complete(SharedData.bytes(FILE), UTF_8);
  }

  private static String text() {
    return new String(SharedData.bytes(FILE), CP932);
  }

  @Test
  void everyCellIsTaken() {
    Table.Headings headings =
        YamlCatalogueFiles.shipped()
            .find(DataflowRef.parse("MOF:SECURITIES"))
            .orElseThrow()
            .table()
            .headings()
            .orElseThrow();
    Read.Taken taken = taken();
    Cells cells = Cells.of(taken);
    int year = 2004;
    int compared = 0;
    for (String line : text().lines().toList()) {
      List<String> fields = Cells.fields(line);
      if (fields.get(1).equals("１月")) {
        year++;
      }
      String label = fields.getFirst();
      boolean month = fields.get(1).endsWith("月");
      String frequency =
          month ? "M" : label.endsWith("CY") ? "A" : label.endsWith("FY") ? "FY" : "";
      if (frequency.isEmpty() || fields.get(3).isEmpty()) {
        continue;
      }
      String period =
          month
              ? "%d-%02d".formatted(year, MONTHS.indexOf(fields.get(2)) / 3 + 1)
              : (frequency.equals("FY") ? "FY" : "") + label.substring(0, 4);
      for (Map.Entry<Integer, String> column : headings.columns().entrySet()) {
        String key =
            taken.series().stream()
                .filter(one -> one.sourceCode().equals(column.getValue()))
                .map(one -> one.key().toString())
                .filter(one -> one.startsWith(frequency + "."))
                .findFirst()
                .orElseThrow();
        assertThat(cells.at(key, period).value().orElseThrow())
            .isEqualByComparingTo(
                new BigDecimal(fields.get(column.getKey() - 1).replace(",", ""))
                    .scaleByPowerOfTen(8));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(7224).isEqualTo((int) cells.count());
  }

  @Test
  void hasTheFiguresThatStandInTheFile() {
    Cells cells = Cells.of(taken());

    assertThat(cells.value("M.JP.A.ACQ.F5.JPY", "2005-01")).isEqualTo("993400000000");
    assertThat(cells.value("M.JP.NET.N.F3_F5.JPY", "2005-01")).isEqualTo("-2920600000000");
    assertThat(cells.value("M.JP.A.ACQ.F5.JPY", "2026-07")).isEqualTo("14183100000000");
    assertThat(cells.value("A.JP.A.ACQ.F5.JPY", "2025")).isEqualTo("141691500000000");
    assertThat(cells.value("FY.JP.NET.N.F3_F5.JPY", "FY2025")).isEqualTo("-25407500000000");
    assertThat(cells.value("FY.JP.A.ACQ.F5.JPY", "FY2005")).isEqualTo("16868300000000");
    assertThat(cells.count(ObservationStatus.A)).isEqualTo(7224);
  }

  @Test
  void comingMonthsAreCoveredAndWithoutFigures() {
    var series = Cells.series(taken(), "M.JP.A.N.F5.JPY");

    assertThat(series.observations()).hasSize(259);
    assertThat(series.observations().getLast().period()).hasToString("2026-07");
    assertThat(series.coverage().from()).contains(TimePeriod.parse("2005-01"));
    assertThat(series.coverage().to()).contains(TimePeriod.parse("2026-12"));
    assertThat(Cells.series(taken(), "A.JP.A.N.F5.JPY").observations()).hasSize(21);
    assertThat(Cells.series(taken(), "FY.JP.A.N.F5.JPY").observations()).hasSize(21);
  }

  @Test
  void cameOutOnTheDayThatItNames() {
    assertThat(taken().releasedAt()).isEqualTo(Instant.parse("2026-08-09T23:50:00Z"));
  }

  @Test
  void saysTheSameInUtf8() {
    assertThat(securities().complete(text())).isEqualTo(taken());
  }

  @Test
  void isRefusedInTheWrongEncoding() {
    assertThat(
            securities()
                .findings(
                    RefusalReason.UNREADABLE_RELEASE,
                    text().getBytes(CP932),
                    Charset.forName("ISO-8859-1")))
        .map(Finding::place)
        .startsWith("12:2")
        .endsWith("101:1");
  }

  @Test
  void isRefusedWithoutItsLastByte() {
    assertThat(securities().findings(text().stripTrailing())).map(Finding::place).contains("body");
  }

  @Test
  void swappedColumnsAreNamed() {
    String swapped =
        text()
            .lines()
            .map(
                line -> {
                  List<String> fields = new java.util.ArrayList<>(Cells.fields(line));
                  java.util.Collections.swap(fields, 3, 4);
                  return '"' + String.join("\",\"", fields) + '"';
                })
            .collect(java.util.stream.Collectors.joining("\n", "", "\n"));

    assertThat(securities().findings(swapped)).map(Finding::place).contains("12:4", "12:5");
  }

  @Test
  void contradictingLabelsAreNamed() {
    assertThat(placesAfter("(平成18年),２月,Feb", "(平成19年),２月,Feb")).startsWith("25:2");
    assertThat(placesAfter("2007,１月,Jan", ",１月,Jan")).containsExactly("36:1");
    assertThat(placesAfter("2007,１月,Jan", "2008,１月,Jan")).startsWith("36:2", "37:2");
    assertThat(placesAfter("(平成18年),２月,Feb", ",３月,Feb")).startsWith("25:3", "25:2");
    assertThat(placesAfter("(平成18年),２月,Feb", "平成X年,２月,Feb")).containsExactly("25:1");
    assertThat(placesAfter("2026,１月,Jan", "2026,１日,Jan")).startsWith("264:4");
    assertThat(placesAfter("2005,１月,Jan", "2005,１日,Jan")).startsWith("12:2");
    assertThat(placesAfter("2024FY", "2023FY")).containsExactly("316:4");
    assertThat(placesAfter("2005,１月,Jan,\"9,934\"", "2005,１月,Jan")).containsExactly("12:1");
    assertThat(placesAfter("2005,１月,Jan,\"9,934\"", "2005,１月,Jan,\"9,93\""))
        .containsExactly("12:4");
  }

  private static List<String> placesAfter(String text, String replacement) {
    assertThat(text()).contains(text);
    return securities().findings(text().replace(text, replacement)).stream()
        .map(Finding::place)
        .toList();
  }

  @Test
  void anotherUnitIsNamed() {
    assertThat(securities().findings(text().replace("100 mil Yen", "mil Yen")))
        .map(Finding::place)
        .containsExactly("5:26");
    assertThat(securities().findings(text().replace("億円", "百億円")))
        .map(Finding::place)
        .containsExactly("4:26");
  }
}
