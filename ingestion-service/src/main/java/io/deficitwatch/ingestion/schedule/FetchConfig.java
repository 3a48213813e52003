package io.deficitwatch.ingestion.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When publishers are asked. */
@ConfigMapping(prefix = "deficitwatch.fetch")
public interface FetchConfig {
  /** Whether anything is fetched at all. */
  @WithDefault("false")
  boolean enabled();

  /** Which dataflows are fetched; all that have a source by default. The catalogue reads it. */
  Optional<List<String>> dataflows();

  /** How often to look what is due. */
  @WithDefault("1S")
  Duration lookInterval();

  /** How long after its moment a release is late. */
  @WithDefault("2H")
  Duration lateAfter();

  /** Longest that a publisher's Retry-After is heeded. */
  @WithDefault("6H")
  Duration longestRetryAfter();

  /** How long fetches that somebody asked for are remembered. */
  @WithDefault("30D")
  Duration retention();

  Polling polling();

  Failure failure();

  /** While a release is due. */
  interface Polling {
    /** Within which after its moment the first fetch is. */
    @WithDefault("15S")
    Duration spread();

    /** Before the second fetch; each delay is twice the one before. */
    @WithDefault("30S")
    Duration initial();

    @WithDefault("10M")
    Duration max();

    /** After which only the usual interval of the source counts. */
    @WithDefault("1D")
    Duration patience();
  }

  /** After fetches that failed. */
  interface Failure {
    @WithDefault("1M")
    Duration initial();

    @WithDefault("1H")
    Duration max();
  }
}
