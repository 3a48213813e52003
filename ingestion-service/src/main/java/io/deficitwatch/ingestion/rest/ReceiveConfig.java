package io.deficitwatch.ingestion.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a body may be on its way. */
@ConfigMapping(prefix = "deficitwatch.ingestion.receive")
interface ReceiveConfig {
  /** However short it is. */
  @WithDefault("30S")
  Duration patience();

  /** Bytes in a second that it has to bring beyond that. */
  @WithDefault("64K")
  MemorySize leastPerSecond();

  /** Bodies that are on their way at a time; the others wait. */
  @WithDefault("32")
  int most();
}
