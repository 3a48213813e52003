package io.deficitwatch.eventing.topic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Who a service is to the others, and which topics it owns. */
@ConfigMapping(prefix = "deficitwatch.eventing")
public interface EventingConfig {
  /** CloudEvents {@code source} of its events, as in {@code /ingestion-service}. */
  String source();

  /** Whether the topics below are created; off where an operator such as Strimzi makes them. */
  @WithDefault("true")
  boolean createTopics();

  /** The topics that this service owns, by name; each brings its dead-letter topic. */
  Map<String, Topic> topics();

  /** One topic. */
  interface Topic {
    @WithDefault("12")
    int partitions();

    /** Copies; the broker's default if absent. */
    Optional<Short> replicas();

    @WithDefault("DELETE")
    Cleanup cleanup();

    /** How long records are kept; without meaning where the topic is compacted. */
    @WithDefault("14D")
    Duration retention();

    /** How long dead letters are kept. */
    @WithDefault("30D")
    Duration deadLetterRetention();
  }

  /** What becomes of old records. */
  enum Cleanup {
    DELETE,
    COMPACT
  }
}
