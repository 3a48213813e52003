package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.release.EarlierReleases.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds what would be known had a release never been, or had it not been taken back. */
@ApplicationScoped
class FiguresWithout {
  private final EarlierReleases releases;

  FiguresWithout(EarlierReleases releases) {
    this.releases = releases;
  }

  /**
   * @param counts whether the release itself is to count
   */
  void collect(ArchivedRelease release, boolean counts, Figures into) {
    releases.listAreasOf(release.id()).stream()
        .sorted()
        .forEach(area -> collect(release, counts, area, into));
    if (!into.findings().isEmpty()) {
      // What does not fit must not be missing from what is known.
      throw new IllegalStateException(
          "the figures without %s are not in order: %s"
              .formatted(release.id(), into.findings().kept().getFirst()));
    }
  }

  private void collect(ArchivedRelease release, boolean counts, String refArea, Figures into) {
    List<List<Part>> all = oldestFirst(release, refArea);
    Map<SeriesKey, WithoutRelease> series = new LinkedHashMap<>();
    for (List<Part> parts : all) {
      if (parts.getFirst().name().releaseId().equals(release.id())) {
        read(parts, _ -> true)
            .values()
            .forEach(one -> series.put(one.key(), new WithoutRelease(one)));
      }
    }
    boolean before = true;
    for (List<Part> parts : all) {
      if (parts.getFirst().name().releaseId().equals(release.id())) {
        before = false;
        if (counts) {
          series.values().forEach(without -> without.before(without.series()));
        }
        continue;
      }
      for (Series other : read(parts, series::containsKey).values()) {
        WithoutRelease without = series.get(other.key());
        if (without != null && before) {
          without.before(other);
        } else if (without != null) {
          without.after(other);
        }
      }
    }
    series.values().forEach(without -> restore(without, into));
  }

  private static void restore(WithoutRelease without, Figures into) {
    Series series = without.series();
    if (without.isNothingToRestore()) {
      return;
    }
    into.series(series.key(), series.sourceCode(), series.unitMultiplier(), series.key()::toString)
        .ifPresent(without::restore);
  }

  private List<List<Part>> oldestFirst(ArchivedRelease release, String refArea) {
    return Part.byRelease(
            releases.listPartsWith(release.id(), release.vintage().dataflow(), refArea))
        .reversed();
  }

  private Map<SeriesKey, Series> read(List<Part> parts, Predicate<SeriesKey> wanted) {
    Map<SeriesKey, Series> read = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.seriesKeys().stream().map(SeriesKey::parse).anyMatch(wanted)) {
        ReleasePublished published = releases.getPart(part.name());
        published.series().stream()
            .filter(one -> wanted.test(one.key()))
            .forEach(one -> read.merge(one.key(), one, FiguresWithout::join));
      }
    }
    return read;
  }

  private static Series join(Series one, Series next) {
    List<Observation> observations = new ArrayList<>(one.observations());
    observations.addAll(next.observations());
    return new Series(
        one.key(), one.sourceCode(), one.unitMultiplier(), one.coverage(), observations);
  }
}
