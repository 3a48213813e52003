package io.deficitwatch.alerting.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps messages, deliveries and their attempts. */
public interface DeliveryStore {
  /**
   * Adds the messages and one delivery each for every endpoint of their subscribers, due at once. A
   * message that is there already is passed over.
   */
  void enqueue(List<Message> messages, Instant now);

  /** Claims what is due and returns it; the oldest of each endpoint first. */
  List<DueDelivery> claim(Claim claim);

  /**
   * Stores attempts with what became of their deliveries. One whose lease ended and that somebody
   * else has claimed meanwhile is passed over.
   */
  void complete(List<AttemptedDelivery> attempted);

  /** What waits, for operators. */
  Backlog backlog(Instant now);

  /**
   * How much is claimed.
   *
   * @param most deliveries in all
   * @param mostPerEndpoint in flight to one endpoint, those in {@code inFlight} included
   * @param inFlight what this process has in flight, by endpoint number
   * @param lease longer than any attempt takes: a process that dies gives them back by it
   */
  record Claim(
      int most, int mostPerEndpoint, Map<Long, Integer> inFlight, Instant now, Duration lease) {}

  /**
   * @param waiting deliveries that have not ended
   * @param oldestDue how long the one that should have been sent first is overdue; zero if none is
   */
  record Backlog(long waiting, Duration oldestDue) {}
}
