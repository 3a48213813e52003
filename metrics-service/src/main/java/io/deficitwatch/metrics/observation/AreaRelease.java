package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Archive;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.SeriesKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that one release says of one reference area, its parts put together. */
public record AreaRelease(
    KnownVintage known,
    ReleasePublished.Stage stage,
    String refArea,
    Archive archive,
    List<Series> series) {

  public AreaRelease {
    series = List.copyOf(series);
  }

  /**
   * Puts the parts of one release and area together; a series that was cut is whole again.
   *
   * @throws UnfitReleaseException if the parts are not those of one release, or contradict
   *     themselves
   */
  public static AreaRelease of(List<ReleasePublished> parts) {
    ReleasePublished first = parts.getFirst();
    requireAllParts(parts);
    Map<SeriesKey, Series> series = new LinkedHashMap<>();
    parts.stream()
        .flatMap(part -> part.series().stream())
        .forEach(next -> series.merge(next.key(), next, SeriesPieces::join));
    return new AreaRelease(
        new KnownVintage(first.vintage(), first.archive().receivedAt()),
        first.stage(),
        first.refArea(),
        first.archive(),
        series.values().stream().map(SeriesPieces::checked).toList());
  }

  private static void requireAllParts(List<ReleasePublished> parts) {
    ReleasePublished first = parts.getFirst();
    boolean oneRelease =
        parts.stream()
            .allMatch(
                part ->
                    part.vintage().equals(first.vintage())
                        && part.refArea().equals(first.refArea())
                        && part.part().of() == first.part().of());
    var numbers =
        parts.stream()
            .map(part -> part.part().number())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!oneRelease || parts.size() != first.part().of() || numbers.size() != parts.size()) {
      throw new UnfitReleaseException(
          UnfitReleaseException.Reason.DISAGREEING_PARTS,
          "release %s of area %s: parts %s of %d"
              .formatted(first.vintage().releaseId(), first.refArea(), numbers, first.part().of()));
    }
  }
}
