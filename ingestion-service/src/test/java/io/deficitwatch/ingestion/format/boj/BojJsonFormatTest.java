package io.deficitwatch.ingestion.format.boj;

import static io.deficitwatch.ingestion.sample.Replies.reply;
import static io.deficitwatch.ingestion.sample.Replies.series;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.sample.Replies;
import io.deficitwatch.ingestion.sample.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BojJsonFormatTest {
  @Test
  void givesEveryPublishedDecimalTimesItsPowerOfTen() throws IOException {
    byte[] file = SharedData.bytes("data/boj-api/BP01_BPBP6JYNSN_services.json");

    Read.Taken read = Read.bojJson().complete(file, UTF_8);

    JsonNode published = ContractsJson.mapper().readTree(file).at("/RESULTSET/0/VALUES");
    Series series = read.series().getFirst();
    assertThat(read.series()).hasSize(1);
    assertThat(series.key()).hasToString("M.JP.W1.N.S.JPY");
    assertThat(series.observations()).hasSize(367);
    for (int i = 0; i < 367; i++) {
      Observation observation = series.observations().get(i);
      BigDecimal decimal = new BigDecimal(published.at("/VALUES/" + i).asText());
      assertThat(observation.period().toString().replace("-", ""))
          .isEqualTo(published.at("/SURVEY_DATES/" + i).asText());
      assertThat(observation.value().orElseThrow())
          .isEqualByComparingTo(decimal.multiply(BigDecimal.valueOf(100_000_000)));
    }
  }

  @Test
  void takesTheLatestUpdateAtTheHourOfThePublisher() {
    String older = series("BPBP6JYNSN9072", "[202607]", "[1]").replace("20260908", "20260808");
    String text = series("BPBP6JYNSC", "[202607]", "[1]").replace("20260908", "\"20260909\"");

    assertThat(Read.bojJson().complete(Replies.twoSeries()).releasedAt())
        .isEqualTo(Instant.parse("2026-09-07T23:50:00Z"));
    assertThat(
            Read.bojJson()
                .complete(reply(older, series("BPBP6JYNSN", "[202607]", "[1]"), text))
                .releasedAt())
        .isEqualTo(Instant.parse("2026-09-08T23:50:00Z"));
  }

  @Test
  void theSendersWordOnTheMomentGoesFirst() {
    assertThat(
            Read.bojJson()
                .releasedAt("2026-09-08T00:00:01Z")
                .complete(Replies.twoSeries())
                .releasedAt())
        .isEqualTo(Instant.parse("2026-09-08T00:00:01Z"));
  }

  @Test
  void anUnstatedValueIsAnObservationWithoutValue() {
    Series computer = Read.bojJson().complete(Replies.twoSeries()).series().getLast();

    assertThat(computer.sourceCode()).isEqualTo("BPBP6JYNSN9072");
    assertThat(computer.unitMultiplier()).isEqualTo(8);
    assertThat(computer.observations())
        .containsExactly(
            new Observation(
                TimePeriod.parse("2026-06"),
                Optional.of(new BigDecimal("-200050000000")),
                ObservationStatus.A),
            new Observation(TimePeriod.parse("2026-07"), Optional.empty(), ObservationStatus.L));
  }

  @Test
  void aReplyToNoDatesSpeaksForAllPeriods() {
    assertThat(coverageWith("\"STARTDATE\":\"\",\"ENDDATE\":\"\""))
        .isEqualTo(new Coverage(Optional.empty(), Optional.empty()));
  }

  @Test
  void aReplySpeaksForTheDatesThatWereAskedFor() {
    assertThat(coverageWith("\"STARTDATE\":\"202001\",\"ENDDATE\":202612"))
        .isEqualTo(coverage("2020-01", "2026-12"));
    assertThat(coverageWith("\"STARTDATE\":\"202601\",\"ENDDATE\":\"\""))
        .isEqualTo(new Coverage(Optional.of(TimePeriod.parse("2026-01")), Optional.empty()));
  }

  @Test
  void aReplyThatDoesNotTellSpeaksForWhatItHolds() {
    assertThat(coverageWith("\"OTHER\":\"\"")).isEqualTo(coverage("2026-06", "2026-07"));
  }

  @Test
  void readsJapaneseRepliesInAnyCharacterSet() {
    String japanese =
        Replies.twoSeries()
            .replace("NAME_OF_TIME_SERIES", "NAME_OF_TIME_SERIES_J")
            .replace("\"UNIT\":\"100 million Yen\"", "\"UNIT_J\":\"億円\"")
            .replace("CATEGORY", "CATEGORY_J");
    List<Series> expected = Read.bojJson().complete(Replies.twoSeries()).series();

    for (Charset charset : List.of(UTF_8, Charset.forName("Shift_JIS"), UTF_16)) {
      assertThat(Read.bojJson().complete(japanese.getBytes(charset), charset).series())
          .isEqualTo(expected);
    }
    assertThat(Read.bojJson().complete("\uFEFF" + japanese).series()).isEqualTo(expected);
  }

  @Test
  void readsFieldsInWhateverOrderTheyCome() {
    String results = reply(series("BPBP6JYNSN", "[202607]", "[1]"));
    String parameters = results.replaceFirst("(?s).*(\"PARAMETER\":\\{.*?}),.*", "$1");
    String reordered =
        results.replace(parameters + ",", "").replaceFirst("]\\s*}\\s*$", "]," + parameters + "}");

    assertThat(reordered.indexOf("PARAMETER")).isGreaterThan(reordered.indexOf("RESULTSET"));
    assertThat(Read.bojJson().complete(reordered)).isEqualTo(Read.bojJson().complete(results));
  }

  private static Coverage coverageWith(String parameters) {
    String text = Replies.twoSeries().replace("\"STARTDATE\":\"\",\"ENDDATE\":\"\"", parameters);
    return Read.bojJson().complete(text).series().getFirst().coverage();
  }

  private static Coverage coverage(String from, String to) {
    return new Coverage(Optional.of(TimePeriod.parse(from)), Optional.of(TimePeriod.parse(to)));
  }

  @Test
  void takesAllPagesOfALongReplyForOneRelease() {
    String first =
        Replies.reply(Replies.series("BPBP6JYNSN", "[202606]", "[1.5]"))
            .replace("\"NEXTPOSITION\":null", "\"NEXTPOSITION\":251");
    String second =
        Replies.reply(
                Replies.series("BPBP6JYNSN", "[202607]", "[2.5]"),
                Replies.series("BPBP6JYNTB", "[202607]", "[3.5]"))
            .replace("\"STARTPOSITION\":\"\"", "\"STARTPOSITION\":\"251\"");
    assertThat(first).contains("251");
    assertThat(second).contains("251");

    Read.Taken taken = Read.bojJson().complete(first + "\n" + second);

    assertThat(taken.series())
        .map(series -> series.sourceCode() + " " + series.observations().size())
        .containsExactly("BPBP6JYNSN 2", "BPBP6JYNTB 1");
    assertThat(
            Read.bojJson()
                .findings(RefusalReason.INCOMPLETE_RELEASE, second + first)
                .getFirst()
                .place())
        .isEqualTo("page 1: /PARAMETER/STARTPOSITION");
  }

  @Test
  void exchangeRatesAreYenPerDollar() {
    Read.Taken taken =
        Read.bojJson()
            .as("BOJ:FM08")
            .complete(
                SharedData.bytes("data/boj-api/FM08_FXERM07_usdjpy_monthly_average.json"), UTF_8);

    Series rates = taken.series().getFirst();
    assertThat(taken.series()).hasSize(1);
    assertThat(rates.key()).hasToString("M.JPY.USD.SP00.A");
    assertThat(rates.unitMultiplier()).isZero();
    assertThat(rates.observations()).hasSize(644);
    assertThat(rates.observations().getFirst().value().orElseThrow()).hasToString("301.93");
    assertThat(rates.observations().getLast().value().orElseThrow()).hasToString("158.81");
    assertThat(taken.releasedAt()).isEqualTo(Instant.parse("2026-09-02T23:50:00Z"));
  }
}
