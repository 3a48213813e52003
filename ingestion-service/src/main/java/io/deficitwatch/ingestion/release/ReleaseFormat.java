package io.deficitwatch.ingestion.release;

import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import java.time.Instant;
import java.util.Optional;

/** Reads the content of releases that are written in one format. */
public interface ReleaseFormat {
  FormatName name();

  /**
   * Reads all of it, or names every fault.
   *
   * @param releasedAt when it was released, if the sender said so
   */
  Reading read(Content content, CataloguedDataflow dataflow, Optional<Instant> releasedAt);
}
