package io.deficitwatch.ingestion.rest;

import static io.deficitwatch.ingestion.sample.Replies.unique;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.rest.Client.Answer;
import io.deficitwatch.ingestion.rest.Events.Event;
import io.deficitwatch.ingestion.sample.Replies;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class LargeReleaseIT {
  private static final YearMonth FIRST = YearMonth.of(1800, 1);
  // Until August 2026, before the release
  private static final int MONTHS = 2_720;
  private static final int MOST_BYTES = 512 << 10;

  @Test
  void cutsAReplyOfLongSeriesIntoPartsOfBoundedSize() {
    // Given
    String dates =
        months(MONTHS).map(month -> month.toString().replace("-", "")).collect(joining(","));
    String values =
        IntStream.range(0, MONTHS)
            .mapToObj(i -> i + ".123456789012345678901234567890")
            .collect(joining(","));
    String[] series =
        Stream.of("", "1", "2", "9", "901", "902", "903", "904", "905", "906", "907", "908")
            .flatMap(item -> Stream.of("C", "D", "N").map(entry -> "BPBP6JYNS" + entry + item))
            .map(code -> Replies.series(code, "[" + dates + "]", "[" + values + "]"))
            .toArray(String[]::new);
    byte[] body = unique(Replies.reply(series));
    assertThat(body.length).isGreaterThan(3 << 20);

    // When
    Answer answer = Client.PUBLISHER.post("dataflow=BOJ:BP01", body);

    // Then
    requireWhole(answer, 36, MONTHS);
  }

  @Test
  void cutsAFileOfManySeriesIntoPartsOfBoundedSize() {
    // Given
    List<TimePeriod> periods = months(MONTHS).map(TimePeriod::ofMonth).toList();
    List<String> items =
        List.of("SC", "SD", "SH", "SH_C", "SH_I", "SI1", "SI2", "SI3", "SJ", "SJ2", "SK");
    StringBuilder file =
        new StringBuilder(
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ACCOUNTING_ENTRY,"
                + "ACCOUNT_ITEM,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,COMMENT\n");
    for (TimePeriod period : periods) {
      for (String item : items) {
        for (String entry : List.of("C", "D", "N")) {
          file.append("dataflow,BOJ:BP01(1.0),I,M,JP,W1,%s,%s,JPY,".formatted(entry, item))
              .append(period)
              .append(
                  ",-1234.56789,8,\"a comment, as long as some are in published files, which say in it who was asked and how\"\n");
        }
      }
    }
    byte[] body = file.toString().getBytes(UTF_8);
    assertThat(body.length).isGreaterThan(12 << 20);

    // When
    Answer answer =
        Client.PUBLISHER.post(
            "dataflow=BOJ:BP01&releasedAt=2026-09-08T08:50:00%2B09:00",
            body, "Content-Type", "text/csv");

    // Then
    requireWhole(answer, 33, MONTHS);
    byte[] kept =
        Client.READER.get(answer.json().at("/archive/content").asText()).response().body();
    assertThat(kept).isEqualTo(body);
  }

  private static void requireWhole(Answer answer, int series, int observations) {
    assertThat(answer.status()).as(() -> answer.json().toString()).isEqualTo(202);
    String id = answer.json().path("id").asText();
    int of = Events.awaitAll(id, 1).getFirst().payload().part().of();
    List<Event> events = Events.awaitAll(id, of);
    assertThat(events).hasSize(of).hasSizeGreaterThan(12);
    assertThat(events).allMatch(event -> event.record().value().length <= MOST_BYTES);
    assertThat(events).map(event -> event.payload().part().number()).doesNotHaveDuplicates();
    List<Series> pieces =
        events.stream().flatMap(event -> event.payload().series().stream()).toList();
    assertThat(pieces.stream().map(Series::key).distinct()).hasSize(series);
    assertThat(pieces.stream().mapToInt(piece -> piece.observations().size()).sum())
        .isEqualTo(series * observations);
  }

  private static Stream<YearMonth> months(int count) {
    return Stream.iterate(FIRST, month -> month.plusMonths(1)).limit(count);
  }
}
