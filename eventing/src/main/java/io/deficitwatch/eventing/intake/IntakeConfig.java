package io.deficitwatch.eventing.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are taken in. */
@ConfigMapping(prefix = "deficitwatch.eventing.intake")
public interface IntakeConfig {
  /** How often a handler is tried before its event goes to the dead-letter topic. */
  @WithDefault("3")
  int attempts();

  /** Delay after a failure; it doubles up to the limit below. */
  @WithDefault("200MS")
  Duration initialDelay();

  /** Longest delay, while the database is out of reach. */
  @WithDefault("5S")
  Duration maxDelay();

  /** Longest time that one event may take. */
  @WithDefault("2M")
  Duration transactionTimeout();

  /**
   * How long the ids of processed events are kept. Longer than topics keep events, or an old one
   * that is delivered again would not be recognised.
   */
  @WithDefault("45D")
  Duration retention();
}
