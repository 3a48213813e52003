package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.figures.Deletion;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds which of the series that were published a release deletes. */
@ApplicationScoped
class ResolveDeletions {
  private final EarlierReleases earlier;

  ResolveDeletions(EarlierReleases earlier) {
    this.earlier = earlier;
  }

  void resolve(Figures figures) {
    if (figures.deletions().isEmpty()) {
      return;
    }
    List<SeriesKey> published = earlier.listSeries(figures.dataflow().ref());
    for (Deletion deletion : figures.deletions()) {
      List<SeriesKey> concerned = published.stream().filter(deletion::concerns).toList();
      if (concerned.isEmpty()) {
        figures.findings().add(deletion.place(), "nothing was ever published of what is deleted");
      }
      concerned.forEach(key -> delete(figures, key, deletion));
    }
  }

  private static void delete(Figures figures, SeriesKey key, Deletion deletion) {
    figures
        .series(key, key.toString(), 0, deletion::place)
        .ifPresent(
            series ->
                deletion
                    .period()
                    .filter(period -> period.frequency() == series.frequency())
                    .ifPresentOrElse(
                        period -> series.drop(deletion::place, period),
                        () -> deleteAll(figures, series, deletion)));
  }

  private static void deleteAll(Figures figures, SeriesFigures series, Deletion deletion) {
    if (deletion.period().isPresent()) {
      return;
    }
    if (series.first().isPresent()) {
      figures
          .findings()
          .add(deletion.place(), "%s is deleted, and has figures".formatted(series.key()));
    }
    series.cover(new Coverage(Optional.empty(), Optional.empty()));
  }
}
