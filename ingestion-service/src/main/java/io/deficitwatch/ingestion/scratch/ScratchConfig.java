package io.deficitwatch.ingestion.scratch;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where large bodies and the figures in them wait while they are read. */
@ConfigMapping(prefix = "deficitwatch.ingestion.scratch")
interface ScratchConfig {
  /**
   * A directory with room for twice the largest body, for every large one at a time. Several
   * instances may share it.
   */
  @WithDefault("${java.io.tmpdir}")
  Path directory();

  /**
   * Bytes of all bodies and replies that wait at a time, or of one body if that is more. The
   * figures of those that are being read come on top.
   */
  @WithDefault("2G")
  MemorySize most();
}
