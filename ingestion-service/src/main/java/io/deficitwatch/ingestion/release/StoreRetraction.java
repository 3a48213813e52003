package io.deficitwatch.ingestion.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.event.ReleaseRemarks;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Remarks;
import io.deficitwatch.ingestion.release.Standing.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores what is known from now on in place of what was taken back, as a release of its own. */
@ApplicationScoped
class StoreRetraction {
  private final EarlierReleases releases;
  private final StoreRelease storeRelease;

  StoreRetraction(EarlierReleases releases, StoreRelease storeRelease) {
    this.releases = releases;
    this.storeRelease = storeRelease;
  }

  /**
   * @param retracts the release that is taken back
   * @param corrects an earlier retraction whose figures are not the right ones any more
   */
  record Retraction(
      DataflowRef dataflow, String retracts, Optional<String> corrects, String reason) {}

  /**
   * The moment of a retraction: now, and behind every other one and the release that it concerns,
   * however the clocks of publishers and instances go.
   */
  Instant moment(DataflowRef dataflow, Instant concerned, Instant now) {
    return Stream.concat(
            releases.findLatestRetraction(dataflow).map(Place::releasedAt).stream(),
            Stream.of(concerned))
        .map(one -> one.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS))
        .reduce(
            now.truncatedTo(ChronoUnit.MICROS), (one, other) -> one.isAfter(other) ? one : other);
  }

  ArchivedRelease store(Retraction retraction, Instant at, Figures figures) {
    String words =
        "retracts %s at %s: %s".formatted(retraction.retracts(), at, retraction.reason());
    Submission submission =
        new Submission(
            retraction.dataflow(),
            Optional.of(FormatName.RETRACTION),
            Optional.of(at),
            Optional.of(Stage.UNSPECIFIED),
            retraction.corrects(),
            Content.of(words.getBytes(UTF_8), Optional.empty(), UTF_8));
    ArchivedRelease release =
        ArchivedRelease.of(
            submission,
            FormatName.RETRACTION,
            at,
            at,
            figures,
            new Standing(
                State.PUBLISHED,
                Optional.of(retraction.reason()),
                Optional.of(at),
                new ReleaseRemarks(
                    retraction.corrects(), Optional.of(retraction.retracts()), List.of(), 0)));
    if (!storeRelease.store(release, submission.content(), figures, new Remarks())) {
      throw new IllegalStateException(release.id() + " is there already");
    }
    return release;
  }
}
