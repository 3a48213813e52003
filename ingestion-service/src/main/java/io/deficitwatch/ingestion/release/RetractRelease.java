package io.deficitwatch.ingestion.release;

import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.release.ReviewOutcome.Decided;
import io.deficitwatch.ingestion.release.ReviewOutcome.OutOfTurn;
import io.deficitwatch.ingestion.release.ReviewOutcome.Unknown;
import io.deficitwatch.ingestion.release.Standing.State;
import io.deficitwatch.ingestion.release.StoreRetraction.Retraction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a published release back. What was known then stays known: the retraction is a release of
 * its own, of this moment, with the figures that would be known without the one it retracts. So
 * whoever follows the releases needs to know of no other kind of change.
 */
@ApplicationScoped
public class RetractRelease {
  private final Catalogue catalogue;
  private final ReleaseArchive archive;
  private final FiguresWithout figuresWithout;
  private final EarlierReleases releases;
  private final StoreRetraction storeRetraction;
  private final Scratch scratch;
  private final Clock clock;

  public RetractRelease(
      Catalogue catalogue,
      ReleaseArchive archive,
      FiguresWithout figuresWithout,
      EarlierReleases releases,
      StoreRetraction storeRetraction,
      Scratch scratch,
      Clock clock) {
    this.catalogue = catalogue;
    this.archive = archive;
    this.figuresWithout = figuresWithout;
    this.releases = releases;
    this.storeRetraction = storeRetraction;
    this.scratch = scratch;
    this.clock = clock;
  }

  /**
   * Answers with the release that takes the other back. If that one took back a third, the third
   * counts again. Meanwhile nothing else of the dataflow comes to count: what is known without a
   * release is what all the others say.
   */
  @Transactional
  public ReviewOutcome retract(String id, String reason) {
    Optional<ArchivedRelease> found = archive.lock(id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    ArchivedRelease retracted = found.get();
    if (retracted.standing().state() != State.PUBLISHED) {
      return new OutOfTurn(retracted);
    }
    archive.reserve(retracted.vintage().dataflow());
    Optional<String> restored = retracted.standing().remarks().retracts();
    return restored.isPresent()
        ? restore(archive.lock(restored.get()).orElseThrow(), retracted, reason)
        : store(retracted, State.RETRACTED, retracted, reason);
  }

  private ReviewOutcome restore(
      ArchivedRelease release, ArchivedRelease retraction, String reason) {
    // Of what counts again one takes back the release itself.
    return release.standing().state() == State.RETRACTED && !isRetraction(release)
        ? store(release, State.PUBLISHED, retraction, reason)
        : new OutOfTurn(retraction);
  }

  private static boolean isRetraction(ArchivedRelease release) {
    return release.standing().remarks().retracts().isPresent();
  }

  private ReviewOutcome store(
      ArchivedRelease concerned, State state, ArchivedRelease retracted, String reason) {
    var dataflow = catalogue.find(retracted.vintage().dataflow()).orElseThrow();
    Instant at =
        storeRetraction.moment(dataflow.ref(), retracted.vintage().releasedAt(), clock.instant());
    try (Figures figures = new Figures(dataflow, scratch.directory())) {
      figuresWithout.collect(
          concerned, state == State.PUBLISHED, releases.listAreasOf(concerned.id()), figures);
      decide(concerned, state, reason, at);
      if (!concerned.id().equals(retracted.id())) {
        decide(retracted, State.RETRACTED, reason, at);
      }
      return new Decided(
          storeRetraction.store(
              new Retraction(dataflow.ref(), retracted.id(), Optional.empty(), reason),
              at,
              figures));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void decide(ArchivedRelease release, State state, String reason, Instant at) {
    archive.decide(
        release.id(),
        new Standing(state, Optional.of(reason), Optional.of(at), release.standing().remarks()));
  }
}
