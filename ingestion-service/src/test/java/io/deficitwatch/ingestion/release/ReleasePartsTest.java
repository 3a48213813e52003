package io.deficitwatch.ingestion.release;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.catalogue.Publication;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleasePartsTest {
  private static final DataflowRef DATAFLOW = DataflowRef.parse("TEST:AREAS");
  private static final CataloguedDataflow CATALOGUED =
      new CataloguedDataflow(
          DATAFLOW,
          new Publication(Optional.empty(), LocalTime.NOON, ZoneOffset.UTC),
          List.of(
              new Dimension("FREQ", Set.of()),
              new Dimension("REF_AREA", Set.of()),
              new Dimension("ITEM", Set.of())),
          List.of());

  @Test
  void aSmallReleaseIsOnePart() {
    List<ReleasePublished> parts = cut(List.of(SampleSeries.random("M.JP.S", 12, 1)));

    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().part()).isEqualTo(new ReleasePublished.Part(1, 1));
    assertThat(parts.getFirst().refArea()).isEqualTo("JP");
  }

  @Test
  void areasGoTheirOwnWay() {
    List<ReleasePublished> parts =
        cut(
            List.of(
                SampleSeries.random("M.JP.S", 12, 1),
                SampleSeries.random("M.US.S", 12, 2),
                SampleSeries.random("M.JP.G", 12, 3)));

    assertThat(parts).map(ReleasePublished::refArea).containsExactly("JP", "US");
    assertThat(parts).allMatch(part -> part.part().of() == 1);
    assertThat(parts.getFirst().series()).hasSize(2);
  }

  @Test
  void noPartIsTooLargeAndNoneIsNeedlesslySmall() throws JsonProcessingException {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      series.add(SampleSeries.random("M.A" + i % 3 + ".I" + i, 1 + i * i % 2000, i));
    }
    series.add(SampleSeries.random("M.A0.LONG", 100_000, 0));

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
        IntStream.range(0, 40)
            .mapToObj(i -> SampleSeries.random("M.A" + i % 2 + ".I" + i, 3000, i))
            .toList();

    List<ReleasePublished> parts = cut(series);

    Map<String, List<ReleasePublished>> areas =
        parts.stream().collect(groupingBy(ReleasePublished::refArea));
    areas.forEach(
        (area, ofArea) ->
            assertThat(ofArea)
                .map(part -> part.part().number() + " of " + part.part().of())
                .containsExactlyElementsOf(
                    IntStream.rangeClosed(1, ofArea.size())
                        .mapToObj(number -> number + " of " + ofArea.size())
                        .toList()));
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
            new ArchivedRelease.Extent(series.size(), 1));
    return ReleaseParts.cut(release, CATALOGUED, series);
  }
}
