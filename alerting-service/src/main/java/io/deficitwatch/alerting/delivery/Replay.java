package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.subscription.EndpointId;
import java.time.Instant;
import java.util.Optional;

/**
 * Sending again what one endpoint did not get, message by message in their order.
 *
 * @param number rises with every replay
 */
public record Replay(long number, EndpointId endpoint, Order order, Progress progress) {

  /** Which messages. */
  public enum Scope {
    /** Those that were given up. */
    FAILED,
    /** Those that were never meant for the endpoint: it was made, or its filter widened, later. */
    MISSED,
    /** Both, and those that arrived as well. */
    ALL
  }

  /** Where a replay stands. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED
  }

  /**
   * @param since the earliest message
   * @param until no message of this moment or later
   * @param perMinute how many messages at the most, 1 to 6000
   * @param suppressed whether also those that were silenced, inhibited or acknowledged
   */
  public record Order(
      Scope scope, Instant since, Instant until, int perMinute, boolean suppressed) {}

  /**
   * @param total how many there were to be sent when it began
   * @param replayed how many were made due
   */
  public record Progress(
      State state, long total, long replayed, Instant createdAt, Optional<Instant> endedAt) {}
}
