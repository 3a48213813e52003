package io.deficitwatch.ingestion.format.boj;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import org.junit.jupiter.api.Test;

class BojSizeTest {
  @Test
  void pagesWithoutEndAreNotKept() {
    assertThat(Read.bojJson().findings("{}".repeat(1_000_000))).hasSize(1000);
  }

  @Test
  void seriesWithoutEndAreNotKept() {
    String text = "{\"STATUS\":200,\"RESULTSET\":[" + "{},".repeat(3_000_000) + "{}]}";

    assertThat(Read.bojJson().findings(text)).hasSize(1000);
  }

  @Test
  void datesAreCountedOverAllSeries() {
    String series =
        "{\"VALUES\":{\"SURVEY_DATES\":[%s202401],\"VALUES\":[1]}}"
            .formatted("202401,".repeat(60_000));
    String text =
        "{\"STATUS\":200,\"RESULTSET\":["
            + String.join(",", series, series, series, series, series)
            + "]}";

    assertThat(Read.bojJson().findings(text))
        .extracting(Finding::detail)
        .contains(
            "a release may have at most 250000 observations of one area; hand it in by halves");
  }
}
