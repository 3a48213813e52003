package io.deficitwatch.ingestion.release;

import java.time.Instant;

/** What reading the content of a release came to. */
public sealed interface Reading {
  /** It is in order, as far as the format can tell; the figures are where they were asked for. */
  record Complete(Instant releasedAt) implements Reading {}

  /** It is not; the findings say why. */
  record Faulty(RefusalReason reason) implements Reading {}
}
