package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A vintage and its place in the order in which figures became known: by publication, then by
 * reception, then by release id. The order does not depend on when we merged it.
 *
 * @param receivedAt when ingestion took the release in; of two that claim one moment of publication
 *     the later corrects the earlier
 */
public record KnownVintage(Vintage vintage, Instant receivedAt)
    implements Comparable<KnownVintage> {
  // PostgreSQL keeps microseconds; finer parts would order differently there and here
  public KnownVintage {
    vintage =
        new Vintage(
            vintage.releaseId(),
            vintage.dataflow(),
            vintage.releasedAt().truncatedTo(ChronoUnit.MICROS));
    receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
  }

  public String releaseId() {
    return vintage.releaseId();
  }

  public Instant releasedAt() {
    return vintage.releasedAt();
  }

  @Override
  public int compareTo(KnownVintage other) {
    if (this == other) {
      return 0;
    }
    int byRelease = releasedAt().compareTo(other.releasedAt());
    int byReception = byRelease != 0 ? byRelease : receivedAt.compareTo(other.receivedAt);
    return byReception != 0 ? byReception : releaseId().compareTo(other.releaseId());
  }

  // As the record's own, see SeriesKey
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof KnownVintage known
            && releaseId().equals(known.releaseId())
            && receivedAt.equals(known.receivedAt)
            && releasedAt().equals(known.releasedAt())
            && vintage.dataflow().equals(known.vintage.dataflow());
  }

  @Override
  public int hashCode() {
    return releaseId().hashCode();
  }
}
