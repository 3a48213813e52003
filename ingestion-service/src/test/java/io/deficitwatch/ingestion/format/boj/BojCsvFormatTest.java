package io.deficitwatch.ingestion.format.boj;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.sample.SharedData;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BojCsvFormatTest {
  private static final String PROLOGUE =
      """
      STATUS,200
      MESSAGEID,M181000I
      MESSAGE,Successfully completed
      DATE,2026-09-13T16:47:33.253+09:00
      PARAMETER,FORMAT,CSV
      PARAMETER,DB,BP01
      PARAMETER,STARTDATE,
      PARAMETER,ENDDATE,
      PARAMETER,STARTPOSITION,
      NEXTPOSITION,
      """;
  private static final String NAMES =
      "SERIES_CODE,NAME_OF_TIME_SERIES,UNIT,FREQUENCY,CATEGORY,LAST_UPDATE,SURVEY_DATES,VALUES\n";

  private static String row(String code, String date, String value) {
    return "%s,\"Services, net\",100 million Yen,MONTHLY,Balance of Payments,20260908,%s,%s\n"
        .formatted(code, date, value);
  }

  private static final String TWO_SERIES =
      PROLOGUE
          + NAMES
          + row("BPBP6JYNSN", "202606", "-1.50000000")
          + row("BPBP6JYNSN", "202607", "-5129.34600000")
          + row("BPBP6JYNSN9072", "202607", "null");

  @Test
  void rowsArePutTogetherToSeries() {
    var read = Read.bojCsv().complete(TWO_SERIES);

    assertThat(read.releasedAt()).isEqualTo(Instant.parse("2026-09-07T23:50:00Z"));
    assertThat(read.series())
        .map(Series::sourceCode)
        .containsExactly("BPBP6JYNSN", "BPBP6JYNSN9072");
    Series services = read.series().getFirst();
    assertThat(services.key()).hasToString("M.JP.W1.N.S.JPY");
    assertThat(services.observations().getLast().value().orElseThrow())
        .isEqualByComparingTo("-512934600000");
    assertThat(services.coverage().from()).isEmpty();
    assertThat(read.series().getLast().observations().getFirst().status())
        .isEqualTo(ObservationStatus.L);
  }

  @Test
  void givesTheSameAsTheReplyInJson() throws IOException {
    byte[] json = SharedData.bytes("data/boj-api/BP01_BPBP6JYNSN_services.json");
    JsonNode published = ContractsJson.mapper().readTree(json).at("/RESULTSET/0/VALUES");
    var csv = new StringBuilder(PROLOGUE + NAMES);
    for (int i = 0; i < published.path("VALUES").size(); i++) {
      csv.append(
          row(
              "BPBP6JYNSN",
              published.at("/SURVEY_DATES/" + i).asText(),
              published.at("/VALUES/" + i).decimalValue().toPlainString()));
    }

    assertThat(Read.bojCsv().complete(csv.toString()).series())
        .isEqualTo(Read.bojJson().complete(json, UTF_8).series());
  }

  @Test
  void japaneseRepliesComeInShiftJis() {
    String japanese =
        TWO_SERIES
            .replace("UNIT,", "UNIT_J,")
            .replace("100 million Yen", "億円")
            .replace("Services, net", "サービス収支～ソ")
            .replace("Successfully completed", "正常に終了しました。");

    assertThat(Read.bojCsv().complete(japanese.getBytes(Charset.forName("windows-31j")), UTF_8))
        .isEqualTo(Read.bojCsv().complete(TWO_SERIES));
    assertThat(Read.bojCsv().complete(japanese.getBytes(UTF_8), UTF_8))
        .isEqualTo(Read.bojCsv().complete(TWO_SERIES));
  }

  @Test
  void everyFaultIsNamedWithItsPlace() {
    String faulty =
        PROLOGUE
            + NAMES
            + row("BPBP6JYNSN", "202613", "1")
            + row("BPBP6JYNSN", "202607", "1.5.2")
            + row("BPBP6JYNSN", "202606", "2")
            + row("BPBP6JYNSN", "202606", "3")
            + row("UNKNOWN", "202607", "1")
            + row("BPBP6JYNSC", "202607", "1").replace("MONTHLY", "QUARTERLY")
            + row("BPBP6JYNSD", "202607", "1").replace("100 million", "Million")
            + "too,short\n";

    assertThat(Read.bojCsv().findings(faulty))
        .map(Finding::place)
        .containsExactlyInAnyOrder("12:7", "13:8", "15:7", "16:1", "17:4", "18:3", "19:1");
  }

  @Test
  void aRowThatSaysOtherwiseThanTheFirstIsAFault() {
    String faulty = TWO_SERIES.replaceFirst("20260908,202607", "20260909,202607");

    assertThat(Read.bojCsv().findings(faulty)).map(Finding::place).containsExactly("13:1");
  }

  @Test
  void aPageIsNotTakenForTheWhole() {
    assertThat(Read.bojCsv().findings(TWO_SERIES.replace("NEXTPOSITION,", "NEXTPOSITION,251")))
        .map(Finding::place)
        .containsExactly("/NEXTPOSITION");
  }

  @Test
  void withoutColumnNamesItIsNone() {
    assertThat(Read.bojCsv().findings(PROLOGUE)).hasSize(1);
    assertThat(Read.bojCsv().findings("STATUS,400\nMESSAGEID,M181013E\n")).isNotEmpty();
  }
}
