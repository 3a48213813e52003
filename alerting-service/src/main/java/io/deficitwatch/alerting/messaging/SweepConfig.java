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

  /** How long after its last event the rest of a release is waited for. */
  @WithDefault("30S")
  Duration quiet();
}
