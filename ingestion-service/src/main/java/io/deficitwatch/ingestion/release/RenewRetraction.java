package io.deficitwatch.ingestion.release;

import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.release.StoreRetraction.Retraction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes a retraction anew if a release comes to count whose moment is before it: a correction
 * of what was taken back, or one older than that. Its figures keep the moment that the publisher
 * states; but the retraction came later, and what it said then is not what is known from now on.
 */
@ApplicationScoped
class RenewRetraction {
  private final Catalogue catalogue;
  private final ReleaseArchive archive;
  private final EarlierReleases releases;
  private final FiguresWithout figuresWithout;
  private final StoreRetraction storeRetraction;
  private final Scratch scratch;

  RenewRetraction(
      Catalogue catalogue,
      ReleaseArchive archive,
      EarlierReleases releases,
      FiguresWithout figuresWithout,
      StoreRetraction storeRetraction,
      Scratch scratch) {
    this.catalogue = catalogue;
    this.archive = archive;
    this.releases = releases;
    this.figuresWithout = figuresWithout;
    this.storeRetraction = storeRetraction;
    this.scratch = scratch;
  }

  /** Whether a retraction comes after the release, whatever it is of. */
  boolean mayBeNeeded(ArchivedRelease release) {
    return releases
        .findLatestRetraction(release.vintage().dataflow())
        .filter(latest -> latest.releasedAt().compareTo(release.vintage().releasedAt()) >= 0)
        .isPresent();
  }

  /** To be called in the transaction in which the release comes to count, the dataflow reserved. */
  void renew(ArchivedRelease release, Instant now) {
    Map<String, String> over =
        releases.listRetractionsOver(release.vintage().dataflow(), Place.of(release));
    if (over.isEmpty()) {
      return;
    }
    var dataflow = catalogue.find(release.vintage().dataflow()).orElseThrow();
    try (Figures figures = new Figures(dataflow, scratch.directory())) {
      figuresWithout.collect(release, true, over.keySet(), figures);
      if (figures.seriesCount() > 0) {
        String corrected = over.values().iterator().next();
        Retraction anew =
            new Retraction(
                dataflow.ref(),
                archive.find(corrected).orElseThrow().standing().remarks().retracts().orElseThrow(),
                Optional.of(corrected),
                "release %s came after the retraction".formatted(release.id()));
        storeRetraction.store(
            anew,
            storeRetraction.moment(dataflow.ref(), release.vintage().releasedAt(), now),
            figures);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
