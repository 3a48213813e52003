package io.deficitwatch.eventing.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.eventing.cloudevents.CloudEventHeaders;
import io.deficitwatch.eventing.kafka.Backoff;
import io.deficitwatch.eventing.kafka.KafkaClients;
import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.topic.EventingConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sets records aside that cannot be processed, and puts them back. */
@ApplicationScoped
public class DeadLetterTopic {
  private static final Logger LOG = Logger.getLogger(DeadLetterTopic.class);
  private static final int LONGEST_DETAIL = 300;

  private final KafkaClients clients;
  private final EventingConfig config;
  private final Stopping stopping;
  private final Clock clock;
  private @Nullable Producer<byte[], byte[]> producer;

  DeadLetterTopic(KafkaClients clients, EventingConfig config, Stopping stopping, Clock clock) {
    this.clients = clients;
    this.config = config;
    this.stopping = stopping;
    this.clock = clock;
  }

  /**
   * Sets the record aside, with its reason. Waits for Kafka as long as it takes.
   *
   * @return false if the service went down before Kafka had it
   */
  public boolean add(
      ConsumerRecord<String, byte[]> record, DeadLetterReason reason, String detail) {
    var letter =
        new ProducerRecord<byte[], byte[]>(
            Topics.deadLetterTopicOf(record.topic()),
            null,
            Optional.ofNullable(record.key()).map(key -> key.getBytes(UTF_8)).orElse(null),
            record.value());
    record.headers().forEach(header -> letter.headers().add(header));
    put(letter, DeadLetterHeaders.REASON, reason.label());
    put(letter, DeadLetterHeaders.DETAIL, shortened(detail));
    put(letter, DeadLetterHeaders.TOPIC, record.topic());
    put(letter, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
    put(letter, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
    put(letter, DeadLetterHeaders.CONSUMER, config.source());
    put(letter, DeadLetterHeaders.FAILED_AT, clock.instant().toString());
    var backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    while (!stopping.hasBegun()) {
      try {
        if (send(letter)) {
          return true;
        }
      } catch (KafkaException e) {
        LOG.warnf(
            "dead letter waits for Kafka: topic=%s offset=%d cause=%s",
            record.topic(), record.offset(), e);
        stopping.pause(backoff.delay());
      }
    }
    return false;
  }

  /**
   * Sends a record and waits for the acknowledgement.
   *
   * @return false if the service went down meanwhile
   * @throws KafkaException if Kafka refuses it
   */
  boolean send(ProducerRecord<byte[], byte[]> message) {
    Future<RecordMetadata> acknowledged = producer().send(message);
    while (!stopping.hasBegun()) {
      try {
        acknowledged.get(1, TimeUnit.SECONDS);
        return true;
      } catch (TimeoutException e) {
        LOG.debugf("still waiting for Kafka: topic=%s", message.topic());
      } catch (ExecutionException e) {
        throw new KafkaException("not acknowledged: " + message.topic(), e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
    return false;
  }

  private synchronized Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = clients.newProducer();
    }
    return producer;
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
  }

  private static void put(ProducerRecord<byte[], byte[]> letter, String name, String value) {
    // A replayed record that dies again gets the new reason only.
    letter.headers().remove(name);
    CloudEventHeaders.put(letter.headers(), name, value);
  }

  private static String shortened(String detail) {
    return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
  }
}
