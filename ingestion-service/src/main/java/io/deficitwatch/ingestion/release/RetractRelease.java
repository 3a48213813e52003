package io.deficitwatch.ingestion.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.event.ReleaseRemarks;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Remarks;
import io.deficitwatch.ingestion.release.ReviewOutcome.Decided;
import io.deficitwatch.ingestion.release.ReviewOutcome.OutOfTurn;
import io.deficitwatch.ingestion.release.ReviewOutcome.Unknown;
import io.deficitwatch.ingestion.release.Standing.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Takes a published release back. What was known then stays known: the retraction is a release of
 * its own, of this moment, with the figures that would be known without the one it retracts. So
 * whoever follows the releases needs to know of no other kind of change.
 */
@ApplicationScoped
public class RetractRelease {
  private final Catalogue catalogue;
  private final ReadArchive readArchive;
  private final FiguresWithout figuresWithout;
  private final StoreRelease storeRelease;
  private final Scratch scratch;
  private final Clock clock;

  public RetractRelease(
      Catalogue catalogue,
      ReadArchive readArchive,
      FiguresWithout figuresWithout,
      StoreRelease storeRelease,
      Scratch scratch,
      Clock clock) {
    this.catalogue = catalogue;
    this.readArchive = readArchive;
    this.figuresWithout = figuresWithout;
    this.storeRelease = storeRelease;
    this.scratch = scratch;
    this.clock = clock;
  }

  /** Answers with the release that takes the other back. */
  public ReviewOutcome retract(String id, String reason) {
    Optional<ArchivedRelease> found = readArchive.find(id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    ArchivedRelease retracted = found.get();
    if (retracted.standing().state() != State.PUBLISHED) {
      return new OutOfTurn(retracted);
    }
    var dataflow = catalogue.find(retracted.vintage().dataflow()).orElseThrow();
    try (Figures figures = new Figures(dataflow, scratch.directory())) {
      figuresWithout.collect(retracted, figures);
      return store(retracted, reason, figures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ReviewOutcome store(ArchivedRelease retracted, String reason, Figures figures) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String words = "retracts %s at %s: %s".formatted(retracted.id(), at, reason);
    Submission submission =
        new Submission(
            retracted.vintage().dataflow(),
            Optional.of(FormatName.RETRACTION),
            Optional.of(at),
            Optional.of(Stage.UNSPECIFIED),
            Optional.empty(),
            Content.of(words.getBytes(UTF_8), Optional.empty(), UTF_8));
    ArchivedRelease retraction =
        ArchivedRelease.of(
            submission,
            FormatName.RETRACTION,
            at,
            at,
            figures,
            new Standing(
                State.PUBLISHED,
                Optional.of(reason),
                Optional.of(at),
                new ReleaseRemarks(Optional.empty(), Optional.of(retracted.id()), List.of(), 0)));
    return storeRelease.retract(retraction, submission.content(), figures, new Remarks())
        ? new Decided(retraction)
        : new OutOfTurn(retracted);
  }
}
