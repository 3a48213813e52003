package io.deficitwatch.launcher.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.json.ContractsJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SampleReleasesTest {
  private static final List<String> FIVE = List.of("9062", "9071", "9072", "9073", "9082");
  private static final List<String> THREE = List.of("9062", "9072", "9082");
  private final List<SampleRelease> releases = SampleReleases.inOrder();

  @Test
  void comeInTheOrderOfTheirPublicationWithTheirPublishersNamed() {
    assertThat(releases)
        .hasSize(6)
        .isSortedAccordingTo(
            Comparator.comparing(release -> release.submission().releasedAt().toInstant()))
        .allSatisfy(
            release -> {
              assertThat(release.provenance().publisher()).isNotBlank();
              assertThat(release.provenance().source()).isNotBlank();
              assertThat(release.file()).startsWith(release.day().toString());
            });
  }

  @Test
  void sumUpToThePublishedYears() throws Exception {
    assertThat(net(FIVE, 2014)).isEqualTo(-21_488);
    assertThat(net(FIVE, 2015)).isEqualTo(-26_474);
    assertThat(net(THREE, 2014)).isEqualTo(-20_228);
    assertThat(net(THREE, 2015)).isEqualTo(-25_040);
  }

  @Test
  void giveTheMonthlyItemsDigitForDigitAsTheBankPublishedThem() throws Exception {
    Path bulk =
        Path.of(System.getProperty("deficitwatch.shared", ""))
            .resolve("data/boj-bulk/boj_bp_services_items_monthly_to_2015-12.csv");
    Assumptions.assumeTrue(Files.exists(bulk), "the published data are not here");
    List<String[]> rows;
    try (Stream<String> lines = Files.lines(bulk)) {
      rows = lines.map(line -> line.split(",", -1)).toList();
    }
    List<String> columns = List.of(rows.getFirst());

    for (JsonNode series : monthly().path("RESULTSET")) {
      int column = columnOf(series.path("SERIES_CODE").asText(), columns);
      List<String> published =
          rows.stream()
              .filter(row -> row[0].compareTo("2014-01") >= 0 && row[0].startsWith("20"))
              .map(row -> row[column])
              .toList();
      assertThat(texts(series.path("VALUES").path("VALUES")))
          .as(columns.get(column))
          .isEqualTo(published);
    }
  }

  @Test
  void giveTheHeadlinesAsThePressReportedThem() {
    assertThat(headlines())
        .containsExactly(
            "A DIGITAL_5 2023 -55360",
            "A DIGITAL_5 2024 -66506",
            "A DIGITAL_3 2024 -64622",
            "A DIGITAL_5 2024 -68500",
            "A DIGITAL_5 2024-A1 -67722",
            "S DIGITAL_5 2025-S1 -34810");
  }

  private List<String> headlines() {
    return releases.stream()
        .filter(release -> release.submission().format().equals("sdmx-csv"))
        .flatMap(release -> text(release).lines().skip(1))
        .map(line -> line.split(",", -1))
        .map(cells -> String.join(" ", cells[3], cells[7], cells[9], cells[10]))
        .toList();
  }

  private int net(List<String> items, int year) throws Exception {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode series : monthly().path("RESULTSET")) {
      String code = series.path("SERIES_CODE").asText();
      if (items.stream().anyMatch(item -> code.equals("BPBP6JYNSN" + item))) {
        List<String> months = texts(series.path("VALUES").path("SURVEY_DATES"));
        List<String> values = texts(series.path("VALUES").path("VALUES"));
        assertThat(months).hasSameSizeAs(values);
        sum =
            IntStream.range(0, months.size())
                .filter(month -> months.get(month).startsWith(Integer.toString(year)))
                .mapToObj(month -> new BigDecimal(values.get(month)))
                .reduce(sum, BigDecimal::add);
      }
    }
    return sum.intValueExact();
  }

  private JsonNode monthly() throws Exception {
    return ContractsJson.mapper().readTree(SampleReleases.content(releases.getFirst()));
  }

  private static int columnOf(String code, List<String> columns) {
    String item =
        switch (code.substring(code.length() - 4)) {
          case "9062" -> "/著作権等使用料/";
          case "9071" -> "/通信サービス/";
          case "9072" -> "/コンピュータサービス/";
          case "9073" -> "/情報サービス/";
          case "9082" -> "/専門・経営コンサルティングサービス/";
          default -> throw new IllegalArgumentException(code);
        };
    String flow =
        switch (code.charAt(code.length() - 5)) {
          case 'C' -> "受取:億円";
          case 'D' -> "支払:億円";
          default -> "ネット:億円";
        };
    return IntStream.range(0, columns.size())
        .filter(column -> columns.get(column).endsWith(item + flow))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode array) {
    return IntStream.range(0, array.size()).mapToObj(i -> array.get(i).asText()).toList();
  }

  private static String text(SampleRelease release) {
    return new String(SampleReleases.content(release), StandardCharsets.UTF_8);
  }
}
