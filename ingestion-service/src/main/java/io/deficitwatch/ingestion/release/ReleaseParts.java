package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Part;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts a release into what fits one event, area by area. */
final class ReleaseParts {
  /** Of one event, written as JSON. */
  static final int MOST_BYTES = 512 << 10;

  private ReleaseParts() {}

  static List<ReleasePublished> cut(
      ArchivedRelease release, CataloguedDataflow dataflow, List<Series> series) {
    Map<String, List<Series>> areas = new LinkedHashMap<>();
    for (Series one : series) {
      areas.computeIfAbsent(dataflow.refAreaOf(one.key()), _ -> new ArrayList<>()).add(one);
    }
    return areas.entrySet().stream()
        .flatMap(area -> parts(release, area.getKey(), area.getValue()))
        .toList();
  }

  private static Stream<ReleasePublished> parts(
      ArchivedRelease release, String refArea, List<Series> series) {
    List<List<Series>> pieces = new SeriesCutter(MOST_BYTES).cut(series);
    return IntStream.rangeClosed(1, pieces.size())
        .mapToObj(
            number ->
                new ReleasePublished(
                    release.vintage(),
                    release.stage(),
                    refArea,
                    new Part(number, pieces.size()),
                    release.archive(),
                    Optional.empty(),
                    pieces.get(number - 1)));
  }
}
