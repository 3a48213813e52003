package io.deficitwatch.eventing.topic;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.eventing.kafka.KafkaClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Creates the topics that the service owns, as far as they are missing. */
@ApplicationScoped
public class TopicCreation {
  private static final Logger LOG = Logger.getLogger(TopicCreation.class);

  private final EventingConfig config;
  private final KafkaClients clients;

  TopicCreation(EventingConfig config, KafkaClients clients) {
    this.config = config;
    this.clients = clients;
  }

  /**
   * Makes sure that the topics are there. An existing topic is left as it is.
   *
   * @throws KafkaException if the broker cannot be reached or refuses
   */
  public void ensure() {
    if (!config.createTopics() || config.topics().isEmpty()) {
      return;
    }
    try (var admin = clients.newAdmin()) {
      for (var result : admin.createTopics(topics()).values().entrySet()) {
        try {
          result.getValue().get();
          LOG.infof("topic created: topic=%s", result.getKey());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw new KafkaException("creating topic " + result.getKey(), e.getCause());
          }
        } catch (InterruptedException e) {
          throw new InterruptException(e);
        }
      }
    }
  }

  private List<NewTopic> topics() {
    return config.topics().entrySet().stream()
        .flatMap(topic -> Stream.of(topic(topic), deadLetterTopic(topic)))
        .toList();
  }

  private static NewTopic topic(Map.Entry<String, EventingConfig.Topic> entry) {
    EventingConfig.Topic topic = entry.getValue();
    Map<String, String> settings = new HashMap<>();
    settings.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    switch (topic.cleanup()) {
      case DELETE -> settings.putAll(deletedAfter(topic.retention()));
      case COMPACT ->
          settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }
    return new NewTopic(entry.getKey(), Optional.of(topic.partitions()), topic.replicas())
        .configs(settings);
  }

  private static NewTopic deadLetterTopic(Map.Entry<String, EventingConfig.Topic> entry) {
    EventingConfig.Topic topic = entry.getValue();
    Map<String, String> settings = new HashMap<>(deletedAfter(topic.deadLetterRetention()));
    settings.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    // One partition: dead letters are few, and replay keeps the order they came in. The limit on
    // size leaves room for the headers that tell why a record as large as allowed is dead.
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "2097152");
    return new NewTopic(Topics.deadLetterTopicOf(entry.getKey()), Optional.of(1), topic.replicas())
        .configs(settings);
  }

  private static Map<String, String> deletedAfter(Duration retention) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(retention.toMillis()));
  }
}
