package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.release.EarlierReleases.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds what would be known had a release never been, or had it not been taken back. Of other
 * releases only one part at a time is in memory, and no more of them are read than can tell.
 */
@ApplicationScoped
class FiguresWithout {
  private final EarlierReleases releases;

  FiguresWithout(EarlierReleases releases) {
    this.releases = releases;
  }

  /**
   * @param counts whether the release itself is to count
   * @param areas of which it is to be found
   */
  void collect(ArchivedRelease release, boolean counts, Collection<String> areas, Figures into) {
    areas.stream().sorted().forEach(area -> collect(release, counts, area, into));
    if (!into.findings().isEmpty()) {
      // What does not fit must not be missing from what is known.
      throw new IllegalStateException(
          "the figures without %s are not in order: %s"
              .formatted(release.id(), into.findings().kept().getFirst()));
    }
  }

  private void collect(ArchivedRelease release, boolean counts, String refArea, Figures into) {
    Map<SeriesKey, WithoutRelease> series = begin(release, refArea, into.dataflow());
    Place place = Place.of(release);
    tellAfter(place, refArea, release.vintage().dataflow(), series);
    if (counts) {
      tellBefore(place, refArea, series);
    }
    tellBefore(place, refArea, release.vintage().dataflow(), series);
    series.values().forEach(without -> restore(without, into));
  }

  private Map<SeriesKey, WithoutRelease> begin(
      ArchivedRelease release, String refArea, CataloguedDataflow dataflow) {
    Map<SeriesKey, WithoutRelease> series = new LinkedHashMap<>();
    for (Part part : releases.listParts(release.id(), refArea)) {
      for (Series piece : releases.getPart(part.name()).series()) {
        WithoutRelease known = series.get(piece.key());
        if (known == null) {
          series.put(piece.key(), new WithoutRelease(piece, dataflow.frequencyOf(piece.key())));
        } else {
          known.add(piece.observations());
        }
      }
    }
    return series;
  }

  private void tellAfter(
      Place place, String refArea, DataflowRef dataflow, Map<SeriesKey, WithoutRelease> series) {
    InTurn later =
        new InTurn(place, (from, most) -> releases.listAfter(dataflow, refArea, from, most));
    Map<SeriesKey, WithoutRelease> open = new LinkedHashMap<>(series);
    while (!open.isEmpty() && later.hasNext()) {
      read(
          later.next(),
          refArea,
          open,
          piece -> {
            WithoutRelease without = open.get(piece.key());
            if (without != null) {
              without.after(piece.coverage());
            }
          });
      open.values().removeIf(one -> !one.isOpen());
    }
  }

  private void tellBefore(
      Place place, String refArea, DataflowRef dataflow, Map<SeriesKey, WithoutRelease> series) {
    InTurn earlier =
        new InTurn(place, (from, most) -> releases.listBefore(dataflow, refArea, from, most));
    Map<SeriesKey, WithoutRelease> open = new LinkedHashMap<>(series);
    open.values().removeIf(one -> !one.isOpen());
    while (!open.isEmpty() && earlier.hasNext()) {
      tellBefore(earlier.next(), refArea, open);
      open.values().removeIf(one -> !one.isOpen());
    }
  }

  private void tellBefore(Place place, String refArea, Map<SeriesKey, WithoutRelease> open) {
    Map<SeriesKey, Coverage> told = new LinkedHashMap<>();
    read(
        place,
        refArea,
        open,
        piece -> {
          WithoutRelease without = open.get(piece.key());
          if (without != null) {
            without.before(piece.observations());
            told.put(piece.key(), piece.coverage());
          }
        });
    open.forEach(
        (key, without) -> {
          Coverage coverage = told.get(key);
          if (coverage != null) {
            without.before(coverage);
          }
        });
  }

  private void read(
      Place place, String refArea, Map<SeriesKey, WithoutRelease> wanted, Consumer<Series> each) {
    for (Part part : releases.listParts(place.releaseId(), refArea)) {
      if (part.seriesKeys().stream().map(SeriesKey::parse).anyMatch(wanted::containsKey)) {
        ReleasePublished published = releases.getPart(part.name());
        published.series().forEach(each);
      }
    }
  }

  private static void restore(WithoutRelease without, Figures into) {
    Series series = without.series();
    if (without.isNothingToRestore()) {
      return;
    }
    into.series(series.key(), series.sourceCode(), series.unitMultiplier(), series.key()::toString)
        .ifPresent(without::restore);
  }
}
