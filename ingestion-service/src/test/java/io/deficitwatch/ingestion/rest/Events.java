package io.deficitwatch.ingestion.rest;

import static io.deficitwatch.eventing.testing.TopicReader.header;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.eventing.testing.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is on the topic of releases. */
final class Events {
  private Events() {}

  /** The events of the release, by part, once there are that many. */
  static List<ConsumerRecord<String, byte[]>> awaitAll(String releaseId, int count) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> of(releaseId), found -> found.size() >= count);
  }

  static List<ConsumerRecord<String, byte[]>> of(String releaseId) {
    return TopicReader.readAll(Topics.RELEASES).stream()
        .filter(record -> header(record, "ce_id").startsWith(releaseId + "/"))
        .sorted(Comparator.comparing(record -> payload(record).part().number()))
        .toList();
  }

  static ReleasePublished payload(ConsumerRecord<String, byte[]> record) {
    try {
      return ContractsJson.mapper().readValue(record.value(), ReleasePublished.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
