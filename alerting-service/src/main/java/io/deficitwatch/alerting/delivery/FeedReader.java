package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.silence.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows messages to their owners in the order in which they came about, for catching up. */
public interface FeedReader {
  /**
   * @param after only messages with a higher number; 0 for all that are kept
   */
  List<Entry> read(String subscriberId, long after, int most);

  /** Whether a message after that number is not kept any more, so that reading on misses it. */
  boolean hasForgotten(String subscriberId, long after);

  /**
   * @param number rises with every message; where a reader goes on from
   * @param messageId the {@code webhook-id}
   * @param body as it is sent, JSON
   * @param suppressed why it was not sent, if it was not
   */
  record Entry(
      long number,
      String messageId,
      String type,
      Instant createdAt,
      String body,
      Optional<Suppression.Cause> suppressed) {}
}
