package io.deficitwatch.ingestion.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.sample.SharedData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WdiCsvFormatTest {
  private static final String WIDE =
      """
      "Data Source","World Development Indicators",

      "Last Updated Date","2026-07-01",

      "Country Name","Country Code","Indicator Name","Indicator Code","2003","2004","2005","2006",
      "Aruba","ABW","Charges for the use of intellectual property, receipts","BX.GSR.ROYL.CD","156424.581005586","","29713.2392925923","",
      "Africa Eastern and Southern","AFE","Charges for the use of intellectual property, receipts","BX.GSR.ROYL.CD","","1.5E+10","","",
      "Nowhere","NRU","Charges for the use of intellectual property, receipts","BX.GSR.ROYL.CD","","","","",
      """;

  private static Read wdi(String dataflow) {
    return Read.table(FormatName.WDI_CSV, dataflow).releasedAt("2026-05-01T16:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "bx.gsr.royl.cd_20180801, BX_GSR_ROYL_CD, A.%s.W1.C.SH.USD,   7704, 232",
    "bx.gsr.royl.cd_20251217, BX_GSR_ROYL_CD, A.%s.W1.C.SH.USD,   6381, 219",
    "bx.gsr.royl.cd_20260501, BX_GSR_ROYL_CD, A.%s.W1.C.SH.USD,   3992, 175",
    "bm.gsr.royl.cd_20180801, BM_GSR_ROYL_CD, A.%s.W1.D.SH.USD,   7882, 233",
    "bm.gsr.royl.cd_20251217, BM_GSR_ROYL_CD, A.%s.W1.D.SH.USD,   7672, 226",
    "bm.gsr.royl.cd_20260501, BM_GSR_ROYL_CD, A.%s.W1.D.SH.USD,   5215, 181",
    "bn.cab.xoka.cd_20180801, BN_CAB_XOKA_CD, A.%s.W1.N.CAB.USD,  6216, 194",
    "bn.cab.xoka.cd_20251217, BN_CAB_XOKA_CD, A.%s.W1.N.CAB.USD,  7674, 200",
    "pa.nus.fcrf_20260501,    PA_NUS_FCRF,    A.%s.XDC.USD.SP00.A, 12385, 215"
  })
  void everyCellIsTaken(String file, String dataflow, String key, int rows, int areas) {
    List<String> lines = sound(file);

    Read.Taken taken =
        wdi("WB:" + dataflow).complete(lines.stream().collect(joining("\n", "", "\n")));

    Cells cells = Cells.of(taken);
    assertThat(taken.series()).hasSize(areas);
    assertThat(cells.count()).isEqualTo(rows).isEqualTo(lines.size() - 1);
    Map<String, String> alpha2 = alpha2();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = Cells.fields(line);
      String area = alpha2.getOrDefault(fields.get(1), fields.get(1));
      assertThat(cells.at(key.formatted(area), fields.get(2)).value().orElseThrow())
          .isEqualTo(plain(new BigDecimal(fields.get(3))));
    }
  }

  private static BigDecimal plain(BigDecimal published) {
    return published.scale() < 0 ? published.setScale(0) : published;
  }

  // The file of December 2025 has the euro area's current account a million times too large.
  private static List<String> sound(String file) {
    return SharedData.lines("data/wdi/" + file + ".csv").stream()
        .filter(line -> !(file.equals("bn.cab.xoka.cd_20251217") && line.startsWith("Euro area")))
        .toList();
  }

  private static Map<String, String> alpha2() {
    Map<String, String> codes = new HashMap<>();
    for (String country : Locale.getISOCountries()) {
      codes.put(Locale.of("", country).getISO3Country(), country);
    }
    return codes;
  }

  @Test
  void hasTheFiguresThatWerePublished() {
    Cells receipts =
        Cells.of(
            wdi("WB:BX_GSR_ROYL_CD")
                .complete(SharedData.bytes("data/wdi/bx.gsr.royl.cd_20251217.csv"), UTF_8));

    assertThat(receipts.value("A.AW.W1.C.SH.USD", "2003")).isEqualTo("156424.581005586");
    assertThat(receipts.value("A.WLD.W1.C.SH.USD", "2024")).isEqualTo("573730122435.235");
  }

  @Test
  void theEuroAreaAMillionTimesTooLargeIsRefused() {
    var findings =
        wdi("WB:BN_CAB_XOKA_CD")
            .findings(new String(SharedData.bytes("data/wdi/bn.cab.xoka.cd_20251217.csv"), UTF_8));

    assertThat(findings).hasSize(26);
    assertThat(findings.getLast().detail())
        .startsWith("442259242099709000 in base units is larger");
  }

  @Test
  void bothLayoutsSayTheSame() {
    Read.Taken wide = wdi("WB:BX_GSR_ROYL_CD").withoutMoment().complete(WIDE);
    Read.Taken tall =
        wdi("WB:BX_GSR_ROYL_CD")
            .complete(
                """
                Country Name,Country Code,Year,Value
                Aruba,ABW,2003,156424.581005586
                Aruba,ABW,2005,29713.2392925923
                Africa Eastern and Southern,AFE,2004,1.5E+10
                """);

    assertThat(wide.series()).isEqualTo(tall.series());
    assertThat(wide.releasedAt()).isEqualTo(Instant.parse("2026-07-01T16:00:00Z"));
    assertThat(Cells.of(wide).count(ObservationStatus.A)).isEqualTo(3);
    assertThat(wide.series().getFirst().coverage().from()).isEmpty();
    assertThat(wide.series().getFirst().coverage().except()).isEmpty();
  }

  @Test
  void theIndicatorMustBeThatOfTheDataflow() {
    assertThat(wdi("WB:BM_GSR_ROYL_CD").findings(WIDE))
        .map(Finding::place)
        .containsExactly("6:4", "7:4", "8:4");
  }

  @Test
  void everyFaultOfARowIsNamedWithItsPlace() {
    String header = "Country Name,Country Code,Year,Value\n";

    assertThat(
            wdi("WB:BX_GSR_ROYL_CD")
                .findings(
                    header
                        + "Aruba,ABW,2003,1\nAruba,ABW,2003,2\nAruba,Aruba,2003,1\nAruba,ABW,03,1\n"
                        + "Aruba,ABW,2004,x\nAruba,ABW,2004\nABW,Aruba,2005,1\n2005,ABW,1,2005\n"))
        .map(Finding::place)
        .containsExactly("3:4", "4:2", "5:3", "6:4", "7:1", "8:2", "9:3");
  }

  @Test
  void shuffledColumnsAreRefused() {
    assertThat(
            wdi("WB:BX_GSR_ROYL_CD").findings("Country Name,Country Code,Value,Year\nA,ABW,1,2\n"))
        .map(Finding::place)
        .containsExactly("1:1");
    assertThat(
            wdi("WB:BX_GSR_ROYL_CD")
                .findings(WIDE.replace("\"2004\",\"2005\"", "\"2005\",\"2004\"")))
        .map(Finding::place)
        .containsExactly("5:6", "5:8");
  }

  @Test
  void aRowThatWasCutIsRefused() {
    assertThat(wdi("WB:BX_GSR_ROYL_CD").findings(WIDE.substring(0, WIDE.length() - 4)))
        .isNotEmpty();
    assertThat(
            wdi("WB:BX_GSR_ROYL_CD")
                .findings("Country Name,Country Code,Year,Value\nA,ABW,2003,15"))
        .map(Finding::place)
        .containsExactly("body");
  }

  @Test
  void needsToBeToldTheMoment() {
    assertThat(
            wdi("WB:BX_GSR_ROYL_CD")
                .withoutMoment()
                .findings("Country Name,Country Code,Year,Value\nAruba,ABW,2003,1\n"))
        .map(Finding::place)
        .containsExactly("releasedAt");
  }
}
