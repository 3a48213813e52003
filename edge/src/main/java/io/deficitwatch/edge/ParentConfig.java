package io.deficitwatch.edge;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which process started this one, where it must not outlive it. */
@ConfigMapping(prefix = "deficitwatch.parent")
interface ParentConfig {
  /** Process id of the parent; the service ends when that process is gone. */
  Optional<Long> pid();
}
