package io.deficitwatch.ingestion.release;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleasePartsTest {
  private static final DataflowRef DATAFLOW = DataflowRef.parse("TEST:AREAS");

  @Test
  void aSmallReleaseIsOnePart() {
    List<ReleasePublished> parts = cut(List.of(SampleSeries.random("M.JP.S", 12, 1)));

    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().part()).isEqualTo(new ReleasePublished.Part(1, 1));
    assertThat(parts.getFirst().refArea()).isEqualTo("JP");
  }

  @Test
  void aSeriesWithoutObservationsIsKept() {
    Series gone =
        new Series(
            SeriesKey.parse("M.JP.S"),
            "code",
            0,
            new Coverage(Optional.empty(), Optional.empty()),
            List.of());

    assertThat(cut(List.of(gone)))
        .singleElement()
        .satisfies(part -> assertThat(part.series()).containsExactly(gone));
  }

  @Test
  void noPartIsTooLargeAndNoneIsNeedlesslySmall() throws JsonProcessingException {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      series.add(SampleSeries.random("M.JP.I" + i, 1 + i * i % 2000, i));
    }
    series.add(SampleSeries.random("M.JP.LONG", 100_000, 0));

    List<ReleasePublished> parts = cut(series);

    for (ReleasePublished part : parts) {
      int bytes = ContractsJson.mapper().writeValueAsBytes(part).length;
      assertThat(bytes).isLessThanOrEqualTo(512 << 10);
      if (part.part().number() < part.part().of()) {
        assertThat(bytes).isGreaterThan(350 << 10);
      }
    }
  }

  @Test
  void partsOfAnAreaAreNumberedAndTogetherAreTheWhole() {
    List<Series> series =
        IntStream.range(0, 40).mapToObj(i -> SampleSeries.random("M.JP.I" + i, 3000, i)).toList();

    List<ReleasePublished> parts = cut(series);

    assertThat(parts)
        .hasSizeGreaterThan(2)
        .map(part -> part.part().number() + " of " + part.part().of())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, parts.size())
                .mapToObj(number -> number + " of " + parts.size())
                .toList());
    Map<SeriesKey, List<Series>> pieces =
        parts.stream()
            .flatMap(part -> part.series().stream())
            .collect(groupingBy(Series::key, toList()));
    for (Series whole : series) {
      List<Series> found = pieces.getOrDefault(whole.key(), List.of());
      List<Observation> joined =
          found.stream().flatMap(piece -> piece.observations().stream()).toList();
      assertThat(joined).isEqualTo(whole.observations());
      assertThat(found).allMatch(piece -> piece.coverage().equals(whole.coverage()));
    }
  }

  private static List<ReleasePublished> cut(List<Series> series) {
    Instant moment = Instant.parse("2026-09-07T23:50:00Z");
    var release =
        new ArchivedRelease(
            new Vintage("id", DATAFLOW, moment),
            Stage.UNSPECIFIED,
            new ArchivedRelease.Envelope(FormatName.SDMX_CSV, "text/csv", 1),
            new Archive(ArchivedRelease.contentPath("id"), "0".repeat(64), moment),
            new ArchivedRelease.Extent(series.size(), 1),
            Standing.PUBLISHED);
    return ReleaseParts.cut(release, "JP", series, Optional.empty());
  }
}
