package io.deficitwatch.ingestion.release;

import java.time.Instant;

/**
 * The place of a release in the order in which figures became known: by publication, then by
 * reception, then by id. Whoever keeps vintages orders them so.
 */
public record Place(Instant releasedAt, Instant receivedAt, String releaseId) {
  private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

  static Place of(ArchivedRelease release) {
    return new Place(release.vintage().releasedAt(), release.archive().receivedAt(), release.id());
  }

  /** Behind every release of that moment. */
  static Place behind(Instant releasedAt) {
    return new Place(releasedAt, ALWAYS, "");
  }
}
