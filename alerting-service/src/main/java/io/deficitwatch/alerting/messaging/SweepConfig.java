package io.deficitwatch.alerting.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what no event tells is looked for. */
@ConfigMapping(prefix = "deficitwatch.rules.sweep")
interface SweepConfig {
  /** Time between two looks. */
  @WithDefault("30S")
  Duration interval();

  /**
   * How long after its last event the rest of a release is waited for, with nothing in between that
   * kept events from being taken. Longer than Kafka needs to have others take over the partitions
   * of an instance that was lost: session.timeout.ms of the consumers, 45 seconds by default, and a
   * rebalance after it.
   */
  @WithDefault("2M")
  Duration quiet();

  /**
   * How long projections are kept, by the moments of their releases. Backtests look no farther back
   * at them.
   */
  @WithDefault("1826D")
  Duration projections();
}
