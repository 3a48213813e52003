package io.deficitwatch.ingestion.format.boj;

import static io.deficitwatch.ingestion.release.RefusalReason.FAULTY_RELEASE;
import static io.deficitwatch.ingestion.release.RefusalReason.INCOMPLETE_RELEASE;
import static io.deficitwatch.ingestion.release.RefusalReason.PUBLISHER_ERROR;
import static io.deficitwatch.ingestion.release.RefusalReason.UNREADABLE_RELEASE;
import static io.deficitwatch.ingestion.sample.Replies.reply;
import static io.deficitwatch.ingestion.sample.Replies.series;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.sample.Replies;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BojFaultsTest {
  private static final String SURVEY = "/RESULTSET/0/VALUES/SURVEY_DATES";
  private static final String VALUES = "/RESULTSET/0/VALUES/VALUES";

  @Test
  void namesEveryFaultAndWhereItIs() {
    String text =
        reply(
            series(
                "BPBP6JYNSN",
                "[199601,199613,\"x\",199601,2024,null]",
                "[1,2,NaN,\"abc\",1e999999999,[3]]"),
            series("BPBP6JYNSX", "[202607]", "[1]"),
            series("BPBP6JYNSC", "[202606,202607]", "[1]").replace("100 million Yen", "Yen"),
            series("BPBP6JYNSD", "[202607]", "[1]").replace("MONTHLY", "QUARTERLY"),
            series("BPBP6JYNTB", "[202607]", "[1]").replace("20260908", "20261308"),
            series("BPBP6JYNSN", "[202607]", "[1]"));

    List<Finding> findings = Read.bojJson().findings(FAULTY_RELEASE, text);

    assertThat(findings.stream().collect(Collectors.groupingBy(Finding::place)).keySet())
        .containsExactlyInAnyOrder(
            VALUES + "/2",
            VALUES + "/3",
            VALUES + "/4",
            VALUES + "/5",
            SURVEY + "/1",
            SURVEY + "/2",
            SURVEY + "/3",
            SURVEY + "/4",
            SURVEY + "/5",
            "/RESULTSET/1/SERIES_CODE",
            "/RESULTSET/2/UNIT",
            "/RESULTSET/2/VALUES",
            "/RESULTSET/3/FREQUENCY",
            "/RESULTSET/4/LAST_UPDATE",
            "/RESULTSET/5/SERIES_CODE");
    assertThat(findings)
        .contains(
            new Finding(VALUES + "/2", "'NaN' is no decimal number"),
            new Finding(VALUES + "/5", "a number is expected, not an array"),
            new Finding(SURVEY + "/1", "'199613' is no date of this frequency"),
            new Finding(SURVEY + "/3", "the period 1996-01 stands twice in the series"),
            new Finding(
                "/RESULTSET/1/SERIES_CODE", "'BPBP6JYNSX' is not in the catalogue of BOJ:BP01"),
            new Finding(
                "/RESULTSET/2/UNIT",
                "'Yen' is not the unit of the series, which is 100 million Yen or 億円"),
            new Finding("/RESULTSET/2/VALUES", "there are 2 SURVEY_DATES and 1 VALUES"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "STATUS":200,             |                        | /STATUS
          "SERIES_CODE":"BPBP6JYNSN", |                      | /RESULTSET/0/SERIES_CODE
          "UNIT":"100 million Yen", |                        | /RESULTSET/0/UNIT
          "FREQUENCY":"MONTHLY",    |                        | /RESULTSET/0/FREQUENCY
          "LAST_UPDATE":20260908,   |                        | /RESULTSET/0/LAST_UPDATE
          "RESULTSET":              | "RESULTS":             | /RESULTSET
          "DB":"BP01"               | "DB":"FM08"            | /PARAMETER/DB
          "STARTDATE":""            | "STARTDATE":"2026"     | /PARAMETER/STARTDATE
          "STARTDATE":""            | "STARTDATE":"202607"   | /RESULTSET/0/VALUES/SURVEY_DATES
          "VALUES":{                | "VALUES":[],"OTHER":{  | /RESULTSET/0/VALUES
          "STATUS":200,             | "STATUS":[200],        | /STATUS
          """)
  void namesWhatIsMissingOrOfTheWrongKind(String part, String replacement, String place) {
    String text =
        reply(series("BPBP6JYNSN", "[202606,202607]", "[1,2]"))
            .replace(part, replacement == null ? "" : replacement);

    assertThat(Read.bojJson().findings(FAULTY_RELEASE, text)).map(Finding::place).contains(place);
  }

  @Test
  void quotesAnErrorOfThePublisher() {
    String text =
        """
        {"STATUS":400,"MESSAGEID":"M181013E","MESSAGE":"The code is not valid. (position 2)",
         "DATE":"2026-09-13T10:43:35.362+09:00"}
        """;

    assertThat(Read.bojJson().findings(PUBLISHER_ERROR, text))
        .containsExactly(
            new Finding(
                "/STATUS",
                "the publisher answered 400 M181013E: The code is not valid. (position 2)"));
  }

  @Test
  void doesNotTakeAPageForTheWhole() {
    String goesOn = Replies.twoSeries().replace("\"NEXTPOSITION\":null", "\"NEXTPOSITION\":3");
    String goneOn =
        Replies.twoSeries().replace("\"STARTPOSITION\":\"\"", "\"STARTPOSITION\":\"3\"");

    assertThat(Read.bojJson().findings(INCOMPLETE_RELEASE, goesOn))
        .map(Finding::place)
        .containsExactly("/NEXTPOSITION");
    assertThat(Read.bojJson().findings(INCOMPLETE_RELEASE, goneOn))
        .map(Finding::place)
        .containsExactly("/PARAMETER/STARTPOSITION");
  }

  @Test
  void doesNotTakeAReplyWithoutData() {
    String empty = reply().replace("Successfully completed", "no data").replace("000I", "030I");

    assertThat(Read.bojJson().findings(FAULTY_RELEASE, empty))
        .contains(new Finding("/RESULTSET", "the reply has no series: no data"));
    assertThat(Read.bojJson().findings(FAULTY_RELEASE, reply(series("BPBP6JYNSN", "[]", "[]"))))
        .containsExactly(new Finding(SURVEY, "the series has no period"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"STATUS":200,\\n"RESULTSET":[{]}  | 2:15
          {"STATUS":200                      | 1:14
          {"STATUS":200,"STATUS":200}        | 1:15
          {"STATUS":tru}                     | 1:11
          """)
  void saysWhereTheJsonIsBroken(String text, String place) {
    List<Finding> findings = Read.bojJson().findings(UNREADABLE_RELEASE, text.replace("\\n", "\n"));

    assertThat(findings.getLast().place()).isEqualTo(place);
    assertThat(findings.getLast().detail()).doesNotContain("com.fasterxml", "Source:", "`");
  }

  @Test
  void takesWhatFollowsForAPage() {
    assertThat(Read.bojJson().findings(INCOMPLETE_RELEASE, Replies.twoSeries() + "{}"))
        .map(Finding::place)
        .contains("page 2: /STATUS", "page 1: /NEXTPOSITION");
  }

  @ParameterizedTest
  @CsvSource({"[1], an array", "3, 3", "null, null"})
  void takesNoOtherJson(String text, String found) {
    assertThat(Read.bojJson().findings(UNREADABLE_RELEASE, text).getFirst().detail())
        .startsWith("an object is expected, not ")
        .contains(found);
    assertThat(Read.bojJson().findings(UNREADABLE_RELEASE, "{}"))
        .contains(
            new Finding("/STATUS", "is missing: this is no reply of the Bank of Japan's API"));
  }

  @Test
  void standsDeepNestingAndHugeTexts() {
    String deep = "{\"OTHER\":" + "[".repeat(100_000);
    String huge = "{\"OTHER\":" + "9".repeat(2_000_000) + "}";

    assertThat(Read.bojJson().findings(UNREADABLE_RELEASE, deep).getFirst().detail())
        .hasSizeLessThan(400)
        .doesNotContain("StreamReadConstraints");
    assertThat(Read.bojJson().findings(UNREADABLE_RELEASE, huge)).hasSize(1);
  }

  @Test
  void saysWhichByteIsNoCharacter() {
    byte[] text = "{\n\"MESSAGE\":\"x\"}".getBytes(UTF_8);
    text[13] = (byte) 0xFF;

    assertThat(Read.bojJson().findings(UNREADABLE_RELEASE, text, UTF_8))
        .containsExactly(new Finding("2:12", "the byte 0xFF at offset 13 is not UTF-8"));
    assertThat(Read.bojJson().findings(UNREADABLE_RELEASE, "{\"é\":1}".getBytes(UTF_8), US_ASCII))
        .map(Finding::place)
        .containsExactly("1:3");
    assertThat(Read.bojJson().findings(UNREADABLE_RELEASE, " \n"))
        .containsExactly(new Finding("1:1", "the body is empty"));
  }

  @Test
  void echoesNoControlCharacters() {
    String text = reply(series("BPBP6\\u001b[2J\\u202e" + "x".repeat(200), "[202607]", "[1]"));

    assertThat(Read.bojJson().findings(FAULTY_RELEASE, text).getFirst().detail())
        .startsWith("'BPBP6�[2J�xxx")
        .hasSizeLessThan(120);
  }

  @Test
  void countsMillionsOfFaultsWithoutKeepingThem() {
    String values =
        IntStream.range(0, 200_000).mapToObj(_ -> "\"?\"").collect(Collectors.joining(","));

    assertThat(
            Read.bojJson()
                .findings(FAULTY_RELEASE, reply(series("BPBP6JYNSN", "[]", "[" + values + "]"))))
        .hasSize(1000);
  }

  @Test
  void takesNoMoreObservationsThanFitTheMemory() {
    String values = "1" + ",1".repeat(250_000);

    assertThat(
            Read.bojJson()
                .findings(FAULTY_RELEASE, reply(series("BPBP6JYNSN", "[]", "[" + values + "]"))))
        .map(Finding::detail)
        .anyMatch(detail -> detail.contains("at most 250000 observations"));
  }

  @Test
  void otherDataflowsDoNotComeFromTheApi() {
    assertThat(
            Read.bojJson().as("MOF:DIGITAL_BALANCE").findings(FAULTY_RELEASE, Replies.twoSeries()))
        .contains(
            new Finding(
                "dataflow", "MOF:DIGITAL_BALANCE does not come from the Bank of Japan's API"));
  }

  @Test
  void aCodeHasNoMeaningBeforeItsManual() {
    assertThat(
            Read.bojJson()
                .releasedAt("2013-12-31T00:00:00Z")
                .findings(FAULTY_RELEASE, Replies.twoSeries()))
        .hasSize(2)
        .allMatch(finding -> finding.detail().contains("for a release of 2013-12-31"));
  }
}
