package io.deficitwatch.ingestion.release;

import io.deficitwatch.ingestion.figures.Figures;
import java.time.Instant;
import java.util.Optional;

/** Reads the content of releases that are written in one format. */
public interface ReleaseFormat {
  FormatName name();

  /**
   * Reads all of it, or names every fault.
   *
   * @param figures takes the figures and the faults; knows the dataflow
   * @param releasedAt when it was released, if the sender said so
   */
  Reading read(Content content, Figures figures, Optional<Instant> releasedAt);
}
