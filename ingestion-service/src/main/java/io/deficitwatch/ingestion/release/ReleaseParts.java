package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Part;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.event.ReleaseRemarks;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cuts what a release says of one area into what fits one event. */
final class ReleaseParts {
  /** Of one event, written as JSON. */
  static final int MOST_BYTES = 512 << 10;

  private ReleaseParts() {}

  static List<ReleasePublished> cut(
      ArchivedRelease release,
      String refArea,
      List<Series> series,
      Optional<ReleaseRemarks> remarks) {
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
                    remarks,
                    pieces.get(number - 1)))
        .toList();
  }
}
