package io.deficitwatch.examples;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.EndpointWebhook;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.event.ReleaseOverdue;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleaseReviewed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Prints a line for every event of the five topics, from the beginning, until it is stopped. */
public final class FollowEvents {
  private static final List<String> ALL =
      List.of(
          Topics.RELEASES, Topics.OPERATIONS, Topics.INDICATORS, Topics.PROJECTIONS, Topics.ALERTS);

  // The client says a good deal at INFO. A field, because loggers are held weakly.
  private static final Logger CLIENT = Logger.getLogger("org.apache.kafka");

  private FollowEvents() {}

  public static void main(String[] arguments) throws IOException {
    CLIENT.setLevel(Level.WARNING);
    String bootstrap = arguments.length > 0 ? arguments[0] : "127.0.0.1:19092";
    follow(bootstrap, "example-java-consumer", event -> System.out.println(describe(event)));
  }

  /**
   * Hands over every event, at least once, until the thread is interrupted.
   *
   * @param group consumer group; a second run of the same one goes on where the first stopped
   */
  static void follow(String bootstrap, String group, Consumer<Event> receiver) throws IOException {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(ALL);
      while (!Thread.currentThread().isInterrupted()) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(500))) {
          Event.read(message).ifPresent(receiver);
        }
        // After the work: a crash before this line repeats events and loses none.
        consumer.commitSync();
      }
    }
  }

  /** One line for people. The compiler does not know all payloads, so strangers are possible. */
  static String describe(Event event) {
    return event.type().type()
        + " "
        + switch (event.payload()) {
          case ReleasePublished release ->
              "%s of %s, part %d of %d, %d series"
                  .formatted(
                      release.vintage().dataflow(),
                      release.vintage().releasedAt(),
                      release.part().number(),
                      release.part().of(),
                      release.series().size());
          case ReleaseReviewed review ->
              "%s of %s, %d findings"
                  .formatted(
                      review.vintage().dataflow(),
                      review.vintage().releasedAt(),
                      review.findingCount());
          case ReleaseOverdue overdue ->
              "%s was due at %s".formatted(overdue.title().en(), overdue.dueAt());
          case EndpointWebhook.Notice notice -> notice.summary().en();
          case IndicatorRecomputed indicator ->
              "%s %s = %s %s"
                  .formatted(
                      indicator.indicator().id(),
                      indicator.period(),
                      indicator.value().map(value -> value.toPlainString()).orElse("no value"),
                      indicator.indicator().unit());
          case ProjectionRecomputed projection ->
              "%s %s by %s, %d periods"
                  .formatted(
                      projection.indicator().id(),
                      projection.indicator().frequency(),
                      projection.method().id(),
                      projection.points().size());
          case AlertChanged alert -> alert.summary().en();
          default -> event.id();
        };
  }
}
