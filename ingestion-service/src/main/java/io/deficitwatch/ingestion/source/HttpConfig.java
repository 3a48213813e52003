package io.deficitwatch.ingestion.source;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How publishers' servers are treated. */
@ConfigMapping(prefix = "deficitwatch.fetch.http")
public interface HttpConfig {
  @WithDefault("10S")
  Duration connectTimeout();

  /** For one request, until its answer begins. */
  @WithDefault("2M")
  Duration timeout();

  /** For one request, to the last byte of the answer. */
  @WithDefault("15M")
  Duration longest();

  /** Largest content of one fetch, all pages together, unpacked; it waits in a file. */
  @WithDefault("512M")
  MemorySize maxBody();

  /** Between two requests to one host. */
  @WithDefault("1S")
  Duration pause();

  /** Whether sources may be reached by http; for tests and mirrors within one's own network. */
  @WithDefault("false")
  boolean plain();

  /** Where a publisher can complain; told in the User-Agent. */
  Optional<String> contact();

  /** Other places to ask than the catalogue's, by dataflow: a mirror, a proxy. */
  Map<String, URI> url();

  /** Asking again at once where a server says that it is busy. */
  Retry retry();

  /** How often, and how long to wait before. */
  interface Retry {
    @WithDefault("2")
    int times();

    /** Before the first; twice as long before the next. */
    @WithDefault("2S")
    Duration pause();

    /** Longest wait that a server may ask for; if it asks for more, the fetch ends. */
    @WithDefault("30S")
    Duration longest();
  }
}
