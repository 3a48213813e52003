package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/** An answer that can be asked for again only if it became another one. */
interface Fingerprinted {
  /** All of it that matters for being another one. */
  @JsonIgnore
  Object content();

  /** When the newest of what it says was published. */
  @JsonIgnore
  Optional<Instant> lastModified();
}
