package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.release.RefusalReason.FAULTY_RELEASE;
import static io.deficitwatch.ingestion.release.RefusalReason.UNREADABLE_RELEASE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Run;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.sample.SharedData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmxCsvFormatTest {
  private static final String HEADER =
      "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ACCOUNTING_ENTRY,ACCOUNT_ITEM,"
          + "UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,REPORTING_YEAR_START_DAY\n";

  @Test
  void readsTotalsOfAYearAndSpeaksForThatYearOnly() {
    Read.Taken read =
        Read.sdmxCsv()
            .complete(
                HEADER
                    + row("A", "DIGITAL_5", "2024,-66506,P,8,")
                    + row("A", "DIGITAL_3", "2024,-64622,P,8,"));

    assertThat(read.series()).hasSize(2);
    Series series = read.series().getFirst();
    assertThat(series.key()).hasToString("A.JP.W1.N.DIGITAL_5.JPY");
    assertThat(series.sourceCode()).isEqualTo("A.JP.W1.N.DIGITAL_5.JPY");
    assertThat(series.unitMultiplier()).isEqualTo(8);
    assertThat(series.coverage()).isEqualTo(coverage("2024", "2024"));
    assertThat(series.observations())
        .containsExactly(observation("2024", "-6650600000000", ObservationStatus.P));
  }

  @ParameterizedTest
  @CsvSource({
    "A, 2024-A1, --04-01, FY2024,  FY.JP.W1.N.DIGITAL_5.JPY",
    "A, 2024-A1, --01-01, 2024,    A.JP.W1.N.DIGITAL_5.JPY",
    "A, 2024-A1, '',      2024,    A.JP.W1.N.DIGITAL_5.JPY",
    "A, 2024,    '',      2024,    A.JP.W1.N.DIGITAL_5.JPY",
    "S, 2025-S1, '',      2025-S1, S.JP.W1.N.DIGITAL_5.JPY",
    "S, 2024-S1, --04-01, FY2024-S1, FS.JP.W1.N.DIGITAL_5.JPY",
    "S, 2024-S2, --04-01, FY2024-S2, FS.JP.W1.N.DIGITAL_5.JPY",
    "Q, 2025-Q4, '',      2025-Q4, Q.JP.W1.N.DIGITAL_5.JPY"
  })
  void readsPeriodsAsSdmxWritesThem(
      String freq, String text, String startDay, String period, String key) {
    Series series =
        Read.sdmxCsv()
            .complete(HEADER + row(freq, "DIGITAL_5", text + ",-1,A,8," + startDay))
            .series()
            .getFirst();

    assertThat(series.key()).hasToString(key);
    assertThat(series.coverage()).isEqualTo(coverage(period, period));
  }

  @Test
  void readsMonthsOfAnotherDataflow() {
    String rows =
        (row("M", "S", "2025-01,-1.5,,8,") + row("M", "S", "2025-M02,,,8,"))
            .replace("MOF:DIGITAL_BALANCE(1.0)", "BOJ:BP01");

    assertThat(
            Read.sdmxCsv()
                .as("BOJ:BP01")
                .complete(HEADER + rows)
                .series()
                .getFirst()
                .observations())
        .containsExactly(
            observation("2025-01", "-150000000", ObservationStatus.A),
            new Observation(TimePeriod.parse("2025-02"), Optional.empty(), ObservationStatus.L));
  }

  @Test
  void readsQuotedFieldsOtherColumnsAndTheByteOrderMark() {
    String file =
        "\uFEFF\"STRUCTURE[;]\","
            + HEADER.substring("STRUCTURE,".length()).strip()
            + ",COMMENT\r\n"
            + row("A", "DIGITAL_5", "\"2024\",\"-66506\",P,8,").strip()
            + ",\"as \"\"reported\"\",\nby Jiji\"\r\n\r\n";

    assertThat(Read.sdmxCsv().complete(file).series().getFirst().observations())
        .containsExactly(observation("2024", "-6650600000000", ObservationStatus.P));
  }

  @Test
  void namesEveryFaultAndWhereItIs() {
    String file =
        HEADER
            + row("A", "DIGITAL_5", "2024,-66506,P,8,")
            + row("A", "DIGITAL_5", "2024,-66507,P,8,")
            + row("A", "DIGITAL_9", "2024,x,P,8,")
            + row("A", "DIGITAL_3", "2024,x,Z,8,")
            + row("A", "DIGITAL_3", "2024-13,1,P,8,")
            + row("S", "DIGITAL_3", "2024,1,P,8,")
            + row("A", "DIGITAL_3", "2025,1,P,16,")
            + row("A", "DIGITAL_3", "2025,1,L,8,")
            + row("A", "DIGITAL_3", "2025,,A,8,")
            + row("A", "DIGITAL_3", "2025,1,F,8,")
            + row("A", "DIGITAL_3", "2024,1,P,8,--04-01")
            + row("A", "DIGITAL_3", "2024-A1,1,P,8,--07-01")
            + row("A", "DIGITAL_5", "2025,1,P,6,")
            + row("A", "DIGITAL_5", "2026,1,P,8,").replace(",I,", ",X,")
            + row("A", "DIGITAL_5", "2027,1,P,8,").replace("MOF:", "BOJ:")
            + row("A", "DIGITAL_5", "2028,1,P,8,").replace("dataflow,", "data,")
            + "dataflow,only three,fields\n";

    List<Finding> findings = Read.sdmxCsv().findings(FAULTY_RELEASE, file);

    assertThat(findings)
        .map(Finding::place)
        .containsExactly(
            "3:10", "4:8", "5:11", "5:12", "6:10", "7:4", "8:13", "9:12", "10:12", "11:12", "12:14",
            "13:14", "14:13", "15:3", "17:1", "18:1");
  }

  @Test
  void doesNotSpeakForYearsBetweenItsRows() {
    String file =
        HEADER + row("A", "DIGITAL_5", "2022,-1,P,8,") + row("A", "DIGITAL_5", "2024,-2,P,8,");

    assertThat(Read.sdmxCsv().complete(file).series().getFirst().coverage())
        .isEqualTo(
            new Coverage(
                Optional.of(TimePeriod.parse("2022")),
                Optional.of(TimePeriod.parse("2024")),
                Optional.of(List.of(new Run(TimePeriod.parse("2023"), TimePeriod.parse("2023"))))));
  }

  @Test
  void needsTheMomentOfTheRelease() {
    assertThat(
            Read.sdmxCsv()
                .withoutMoment()
                .findings(FAULTY_RELEASE, HEADER + row("A", "DIGITAL_9", "2024,1,P,8,")))
        .map(Finding::place)
        .containsExactly("releasedAt", "2:8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FLOW,FREQ              | 1:1 | its first column is STRUCTURE
          STRUCTURE,ACTION       | 1:1 | the column STRUCTURE_ID is missing
          STRUCTURE,STRUCTURE_ID | 1:1 | the column TIME_PERIOD is missing
          STRUCTURE;STRUCTURE_ID | 1:1 | the column OBS_VALUE is missing
          DATAFLOW,FREQ          | 1:1 | the column UNIT_MULT is missing
          STRUCTURE,FREQ,FREQ    | 1:3 | the column 'FREQ' stands twice
          """)
  void saysWhatIsWrongWithTheHeader(String header, String place, String words) {
    String row = header.startsWith("D") ? "MOF:DIGITAL_BALANCE,A" : "dataflow,MOF:DIGITAL_BALANCE";
    String file = header + "\n" + (header.contains(";") ? row.replace(',', ';') : row) + "\n";

    assertThat(Read.sdmxCsv().findings(UNREADABLE_RELEASE, file))
        .anyMatch(finding -> finding.place().equals(place) && finding.detail().contains(words));
  }

  @Test
  void saysFromWhichLineOnItCannotBeRead() {
    String file =
        HEADER + row("A", "DIGITAL_5", "2024,1,P,8,") + row("A", "DIGITAL_5", "\"2025\"x,1,P,8,");
    String endless = HEADER + "\"" + "x".repeat(3_000_000);

    assertThat(Read.sdmxCsv().findings(UNREADABLE_RELEASE, file))
        .hasSize(1)
        .allMatch(finding -> finding.place().equals("3:1"));
    assertThat(Read.sdmxCsv().findings(UNREADABLE_RELEASE, endless)).hasSize(1);
    assertThat(Read.sdmxCsv().findings(FAULTY_RELEASE, HEADER))
        .containsExactly(new Finding("2:1", "there is no row below the header"));
  }

  @Test
  void refusesAFileThatHasNothingOfTheDataflow() {
    byte[] file = SharedData.bytes("data/unctad/UNCTAD_DE.sdmx.csv");

    assertThat(Read.sdmxCsv().findings(FAULTY_RELEASE, file, UTF_8))
        .containsExactly(
            new Finding(
                "2:1",
                "there is nothing of MOF:DIGITAL_BALANCE, but of structure 'WB.DATA360:DS_DATA360(1.2)'"));
  }

  private static String row(String freq, String item, String rest) {
    return "dataflow,MOF:DIGITAL_BALANCE(1.0),I,%s,JP,W1,N,%s,JPY,%s\n".formatted(freq, item, rest);
  }

  private static Observation observation(String period, String value, ObservationStatus status) {
    return new Observation(TimePeriod.parse(period), Optional.of(new BigDecimal(value)), status);
  }

  private static Coverage coverage(String from, String to) {
    return new Coverage(Optional.of(TimePeriod.parse(from)), Optional.of(TimePeriod.parse(to)));
  }
}
