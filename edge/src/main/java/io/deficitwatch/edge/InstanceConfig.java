package io.deficitwatch.edge;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which process this is, where another process started it. */
@ConfigMapping(prefix = "deficitwatch")
interface InstanceConfig {
  /**
   * Echoed in the header {@code X-Deficit-Watch-Instance}, so that a caller knows whom it talks to.
   */
  Optional<String> instanceId();

  /** Process id of the parent; the service ends when that process is gone. */
  Optional<Long> parentPid();
}
