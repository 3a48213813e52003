package io.deficitwatch.ingestion.rest;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where histories may lie that are too large to be sent. */
@ConfigMapping(prefix = "deficitwatch.backfill")
interface BackfillConfig {
  /** A directory of the server; none by default, and then they have to be sent. */
  Optional<Path> directory();
}
