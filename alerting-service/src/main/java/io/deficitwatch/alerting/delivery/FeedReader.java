package io.deficitwatch.alerting.delivery;

import java.time.Instant;
import java.util.List;

/** Shows messages to their owners in the order in which they came about, for catching up. */
public interface FeedReader {
  /**
   * @param after only messages with a higher number; 0 for all that are kept
   */
  List<Entry> read(String subscriberId, long after, int most);

  /**
   * @param number rises with every message; where a reader goes on from
   * @param messageId the {@code webhook-id}
   * @param body as it is sent, JSON
   */
  record Entry(long number, String messageId, String type, Instant createdAt, String body) {}
}
