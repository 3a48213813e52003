package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.figures.Deletion;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds which of the series that were published a release deletes. */
@ApplicationScoped
class ResolveDeletions {
  private static final int MOST_PATTERNS = 200;
  private final EarlierReleases earlier;

  ResolveDeletions(EarlierReleases earlier) {
    this.earlier = earlier;
  }

  void resolve(Figures figures) {
    if (figures.deletions().isEmpty()) {
      return;
    }
    Set<SeriesKey> published = new LinkedHashSet<>(earlier.listSeries(figures.dataflow().ref()));
    int patterns = 0;
    for (Deletion deletion : figures.deletions()) {
      Optional<SeriesKey> key = deletion.key();
      patterns += key.isPresent() ? 0 : 1;
      if (patterns > MOST_PATTERNS) {
        figures
            .findings()
            .add(
                deletion.place(),
                "a release may have at most %d deletions with open dimensions"
                    .formatted(MOST_PATTERNS));
        return;
      }
      List<SeriesKey> concerned =
          key.map(one -> Stream.of(one).filter(published::contains))
              .orElseGet(() -> published.stream().filter(deletion::concerns))
              .filter(one -> isOfFrequency(deletion, figures.dataflow().frequencyOf(one)))
              .toList();
      if (concerned.isEmpty()) {
        figures.findings().add(deletion.place(), "nothing was ever published of what is deleted");
      }
      concerned.forEach(one -> delete(figures, one, deletion));
    }
  }

  private static boolean isOfFrequency(Deletion deletion, Frequency frequency) {
    return deletion.period().filter(period -> period.frequency() != frequency).isEmpty();
  }

  private static void delete(Figures figures, SeriesKey key, Deletion deletion) {
    figures
        .seriesToDelete(key, deletion::place)
        .ifPresent(
            series ->
                deletion
                    .period()
                    .ifPresentOrElse(
                        period -> series.drop(deletion::place, period),
                        () -> deleteAll(figures, series, deletion)));
  }

  private static void deleteAll(Figures figures, SeriesFigures series, Deletion deletion) {
    if (series.first().isPresent()) {
      figures
          .findings()
          .add(deletion.place(), "%s is deleted, and has figures".formatted(series.key()));
    }
    series.coverEverything();
  }
}
