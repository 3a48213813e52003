package io.deficitwatch.ingestion.rest;

import static org.awaitility.Awaitility.await;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.eventing.testing.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is on the topic of releases. */
final class Events {
  private Events() {}

  /** One event with what it says. */
  record Event(ConsumerRecord<String, byte[]> record, ReleasePublished payload) {
    String header(String name) {
      return TopicReader.header(record, name);
    }
  }

  /** The events of the release, once there are that many. */
  static List<Event> awaitAll(String releaseId, int count) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> of(releaseId), found -> found.size() >= count);
  }

  static List<Event> of(String releaseId) {
    return TopicReader.readAll(Topics.RELEASES).stream()
        .filter(record -> TopicReader.header(record, "ce_id").startsWith(releaseId + "/"))
        .map(Events::read)
        .toList();
  }

  /** Of all releases that were announced. */
  static List<String> ids() {
    return TopicReader.readAll(Topics.RELEASES).stream()
        .map(record -> TopicReader.header(record, "ce_id").split("/", -1)[0])
        .distinct()
        .toList();
  }

  private static Event read(ConsumerRecord<String, byte[]> record) {
    try {
      return new Event(
          record, ContractsJson.mapper().readValue(record.value(), ReleasePublished.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
