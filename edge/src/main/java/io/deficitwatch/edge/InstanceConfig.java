package io.deficitwatch.edge;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which process this is. */
@ConfigMapping(prefix = "deficitwatch.instance")
interface InstanceConfig {
  /**
   * Echoed in the header {@code X-Deficit-Watch-Instance}, so that a caller knows whom it talks to.
   */
  Optional<String> id();
}
