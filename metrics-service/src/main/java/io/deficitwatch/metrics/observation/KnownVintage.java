package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * A vintage and its place in the order in which figures became known: by publication, then by
 * reception, then by release id. The order does not depend on when we merged it.
 *
 * @param receivedAt when ingestion took the release in; of two that claim one moment of publication
 *     the later corrects the earlier
 */
public record KnownVintage(Vintage vintage, Instant receivedAt)
    implements Comparable<KnownVintage> {
  private static final Comparator<KnownVintage> ORDER =
      Comparator.comparing(KnownVintage::releasedAt)
          .thenComparing(KnownVintage::receivedAt)
          .thenComparing(KnownVintage::releaseId);

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
    return ORDER.compare(this, other);
  }
}
