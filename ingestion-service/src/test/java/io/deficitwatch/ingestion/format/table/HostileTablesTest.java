package io.deficitwatch.ingestion.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.RefusalReason;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are made to be misread, or to take long. */
class HostileTablesTest {
  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private record Table(Read read, String header, String row) {
    @Override
    public String toString() {
      return read.dataflow();
    }
  }

  private static Stream<Table> tables() {
    String wide = "Country Name,Country Code,Indicator Name,Indicator Code,";
    return Stream.of(
        table(
            FormatName.WDI_CSV,
            "WB:BX_GSR_ROYL_CD",
            "Country Name,Country Code,Year,Value",
            "Aruba,ABW,2003,1"),
        table(FormatName.WDI_CSV, "WB:BX_GSR_ROYL_CD", wide + "2003", "A,ABW,x,BX.GSR.ROYL.CD,1"),
        table(
            FormatName.ONS_CSV,
            "ONS:UK_TRADE_SERVICES",
            "Direction,Service type code,Service type,Country code,Country,2016",
            "Exports,0,Total Services,JP,Japan,1"),
        table(FormatName.ECB_HISTORY_CSV, "ECB:EUROFXREF", "Date,USD", "2026-04-13,1.1"),
        table(
            FormatName.FED_FX_CSV, "FRB:G5", "Date,Country,Exchange rate", "2026-01-01,Japan,150"));
  }

  private static Table table(FormatName format, String dataflow, String header, String row) {
    return new Table(Read.table(format, dataflow).releasedAt("2026-05-01T00:00:00Z"), header, row);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aMillionEmptyLinesChangeNothing(Table table) {
    String empty = "\n".repeat(1_000_000);
    var expected = table.read().complete(table.header() + "\n" + table.row() + "\n");

    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          assertThat(table.read().complete(table.header() + empty + table.row() + empty))
              .isEqualTo(expected);
          assertThat(table.read().findings(empty)).hasSize(1);
        });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aMillionRowsOfNothingAreRefused(Table table) {
    assertTimeoutPreemptively(
        PATIENCE,
        () ->
            assertThat(table.read().findings(table.header() + "\n" + ",,,,\n".repeat(1_000_000)))
                .isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tenThousandColumnsAreRefused(Table table) {
    String columns = ",x".repeat(10_000);

    assertTimeoutPreemptively(
        PATIENCE,
        () ->
            assertThat(
                    table
                        .read()
                        .findings(table.header() + columns + "\n" + table.row() + columns + "\n"))
                .isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whereverItIsCutNoNumberIsWrong(Table table) {
    String text = table.header() + "\n" + table.row() + "\n";

    for (int i = 0; i < text.length(); i++) {
      assertThat(table.read().findings(text.substring(0, i))).isNotEmpty();
    }
  }

  @Test
  void aTrendTableIsRefusedWhereverItIsCutWithinARow() {
    String text = MofTrend.summary("20170511").text();
    Read summary = summary();
    int row = text.indexOf("平成29年");

    for (int i = row + 1; i < text.indexOf("\r", row); i += 3) {
      assertThat(summary.findings(text.substring(0, i))).isNotEmpty();
    }
    for (int i = text.indexOf("月", row) + 1; i < text.indexOf("12,655", row); i += 3) {
      assertThat(summary.findings(text.substring(0, i) + "\n")).isNotEmpty();
    }
  }

  @Test
  void aTrendTableInAnotherEncodingThanIsSaidIsRefused() {
    String text = MofTrend.summary("20170511").text();

    assertThat(
            summary()
                .findings(
                    RefusalReason.UNREADABLE_RELEASE,
                    said(text.getBytes(CP932), "text/csv; charset=UTF-8", UTF_8)))
        .isNotEmpty();
    assertThat(
            summary()
                .findings(
                    RefusalReason.UNREADABLE_RELEASE,
                    said(text.getBytes(UTF_8), "text/csv; charset=Shift_JIS", CP932)))
        .isNotEmpty();
  }

  private static Content said(byte[] bytes, String mediaType, Charset charset) {
    return Content.of(bytes, Optional.of(mediaType), charset);
  }

  @Test
  void aTrendTableOfManyColumnsOrRowsIsRefusedOrRead() {
    String text = MofTrend.summary("20170511").text();
    List<String> hostile =
        List.of(
            ",x".repeat(10_000) + "\n" + text,
            ",,,,,,,,,,,\n".repeat(1_000_000) + text,
            ("経常収支,".repeat(999) + "\n").repeat(99) + text);

    assertTimeoutPreemptively(
        PATIENCE,
        () ->
            hostile.forEach(
                bad -> assertThat(summary().findings(bad)).map(Finding::place).isNotEmpty()));
    assertTimeoutPreemptively(
        PATIENCE,
        () ->
            assertThat(
                    summary()
                        .complete(
                            "(".repeat(1_000_000)
                                + "\n"
                                + text.replaceFirst(
                                    "\r\n,２月,,Feb", "\r\n".repeat(1_000_000) + ",２月,,Feb")
                                + ",,,,,,,,,,,\r\n".repeat(1_000_000)))
                .isEqualTo(summary().complete(text)));
  }

  private static Read summary() {
    return Read.table(FormatName.MOF_CSV, "MOF:BOP_SUMMARY").releasedAt("2017-05-10T23:50:00Z");
  }
}
