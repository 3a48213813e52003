package io.deficitwatch.eventing.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "deficitwatch.eventing.outbox")
public interface OutboxConfig {
  /** Whether this instance publishes what is in the outbox. */
  @WithDefault("true")
  boolean relay();

  /** Most entries sent before the position is written. */
  @WithDefault("500")
  int batchSize();

  /** Most payload bytes sent before the position is written, one entry excepted. */
  @WithDefault("16777216")
  long batchBytes();

  /** Largest payload that the outbox takes; the broker would refuse more. */
  @WithDefault("1000000")
  int maxPayloadBytes();

  /** How long to wait for a notification before looking all the same. */
  @WithDefault("1S")
  Duration pollInterval();

  /** How long a standby waits before it asks for the lock again. */
  @WithDefault("500MS")
  Duration takeoverInterval();

  Backoff backoff();

  /** How long published entries are kept; at least a day. */
  @WithDefault("2D")
  Duration retention();

  /** How often partitions are made and dropped. */
  @WithDefault("1H")
  Duration maintenanceInterval();

  /** Waiting while the database or Kafka is out of reach. */
  interface Backoff {
    @WithDefault("100MS")
    Duration initial();

    @WithDefault("5S")
    Duration max();
  }
}
