package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.ingestion.quality.Findings;
import java.time.Instant;
import java.util.List;

/** What reading the content of a release came to. */
public sealed interface Reading {
  /**
   * It is in order.
   *
   * @param series values in base units, each with the periods it covers
   */
  record Complete(Instant releasedAt, List<Series> series) implements Reading {
    public Complete {
      series = List.copyOf(series);
    }
  }

  /** It is not; the findings say why. */
  record Faulty(RefusalReason reason, Findings findings) implements Reading {}
}
