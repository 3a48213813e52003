package io.deficitwatch.eventing.deadletter;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.eventing.cloudevents.CloudEventHeaders;
import io.deficitwatch.eventing.kafka.KafkaClients;
import io.deficitwatch.eventing.topic.EventingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The dead letters that this service set aside and has not replayed yet. How far it has replayed is
 * kept as the committed offsets of a consumer group of its own.
 */
@ApplicationScoped
class PendingDeadLetters {
  private static final Logger LOG = Logger.getLogger(PendingDeadLetters.class);

  private final KafkaClients clients;
  private final EventingConfig config;
  private final DeadLetterTopic topic;

  PendingDeadLetters(KafkaClients clients, EventingConfig config, DeadLetterTopic topic) {
    this.clients = clients;
    this.config = config;
    this.topic = topic;
  }

  /** The oldest of them, in order; empty if there is no such topic. */
  Optional<List<DeadLetter>> list(String origin, int limit) {
    List<DeadLetter> found = new ArrayList<>();
    return read(
            origin,
            (letter, consumer) -> {
              if (isOurs(letter)) {
                found.add(DeadLetter.of(letter));
              }
              return found.size() < limit;
            })
        .map(_ -> found);
  }

  /**
   * Sends them to the topic they came from, as they were, and notes each. One replay at a time;
   * should two instances replay at once, consumers know the second copy by its id.
   *
   * @return how many; empty if there is no such topic
   */
  synchronized Optional<Integer> replay(String origin) {
    int[] replayed = {0};
    return read(
            origin,
            (letter, consumer) -> {
              if (isOurs(letter)) {
                if (!topic.send(restored(letter, origin))) {
                  return false;
                }
                replayed[0]++;
                LOG.infof("dead letter replayed: topic=%s offset=%d", origin, letter.offset());
              }
              consumer.commitSync(
                  Map.of(
                      new TopicPartition(letter.topic(), letter.partition()),
                      new OffsetAndMetadata(letter.offset() + 1)));
              return true;
            })
        .map(_ -> replayed[0]);
  }

  private interface Visit {
    /**
     * @return whether to go on
     */
    boolean next(ConsumerRecord<byte[], byte[]> letter, Consumer<byte[], byte[]> consumer);
  }

  // Ends where the topic ended when it began: what dies again meanwhile is not taken up again.
  private Optional<Boolean> read(String origin, Visit visit) {
    try (var consumer = clients.newConsumer("dead-letter-replay" + config.source())) {
      List<TopicPartition> partitions = partitions(consumer, Topics.deadLetterTopicOf(origin));
      if (partitions.isEmpty()) {
        return Optional.empty();
      }
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Predicate<TopicPartition> unread =
          partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L);
      while (partitions.stream().anyMatch(unread)) {
        for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofMillis(200))) {
          long end = ends.getOrDefault(new TopicPartition(letter.topic(), letter.partition()), 0L);
          if (letter.offset() < end && !visit.next(letter, consumer)) {
            return Optional.of(false);
          }
        }
      }
      return Optional.of(true);
    }
  }

  private static List<TopicPartition> partitions(
      Consumer<byte[], byte[]> consumer, String deadLetterTopic) {
    // Asked for by listing: a look at one unknown topic would wait for it to appear.
    Map<String, ?> topics = consumer.listTopics();
    return topics.containsKey(deadLetterTopic)
        ? consumer.partitionsFor(deadLetterTopic).stream()
            .map(partition -> new TopicPartition(deadLetterTopic, partition.partition()))
            .toList()
        : List.of();
  }

  private boolean isOurs(ConsumerRecord<byte[], byte[]> letter) {
    return CloudEventHeaders.find(letter.headers(), DeadLetterHeaders.CONSUMER)
        .equals(Optional.of(config.source()));
  }

  private static ProducerRecord<byte[], byte[]> restored(
      ConsumerRecord<byte[], byte[]> letter, String origin) {
    var record = new ProducerRecord<>(origin, null, letter.key(), letter.value());
    letter
        .headers()
        .forEach(
            header -> {
              if (!header.key().startsWith(DeadLetterHeaders.PREFIX)) {
                record.headers().add(header);
              }
            });
    return record;
  }
}
