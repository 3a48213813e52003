package io.deficitwatch.alerting.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps messages, deliveries and their attempts. */
public interface DeliveryStore {
  /**
   * Adds the messages, and one delivery each, due at once, for every endpoint of their subscribers
   * whose filter lets them through. A message that is there already is passed over; one whose
   * change is suppressed has no deliveries.
   */
  void enqueue(List<Message> messages, Instant now);

  /** Adds the deliveries of messages that had been suppressed. */
  void sendAfterAll(List<String> messageIds, Instant now);

  /**
   * Claims what is due and returns it: the oldest of every endpoint before the second of any, so
   * that a long queue of one keeps nobody waiting.
   */
  List<DueDelivery> claim(Claim claim);

  /**
   * Stores attempts with what became of their deliveries. One whose lease ended and that somebody
   * else has claimed meanwhile is passed over. An endpoint whose receiver is gone, or has failed
   * for as long as the policy says, is disabled; what waits for it goes on waiting.
   *
   * @return the endpoints that are disabled by it and were not before
   */
  List<DisabledEndpoint> complete(
      List<AttemptedDelivery> attempted, FailurePolicy policy, Instant now);

  /**
   * Removes deliveries that ended before the limit, those that were made before it and wait for an
   * endpoint that is not delivered to, and messages of before it that no delivery is left of.
   *
   * @param most of each at the most
   * @return how many went; 0 if nothing is left to do
   */
  int forget(Instant limit, int most);

  /**
   * Makes room for the attempts of the next weeks, and drops those that were made before the limit,
   * by the week.
   */
  void keepAttempts(Instant now, Instant limit);

  /** What waits, for operators; every class is there, also where nothing does. */
  Map<BacklogClass, Backlog> backlog(Instant now);

  /**
   * How much is claimed.
   *
   * @param most deliveries in all
   * @param mostRetries of them at the most have been attempted before
   * @param share of one endpoint, where {@code shares} does not say otherwise
   * @param shares of single endpoints, by number
   * @param lease longer than any attempt takes: a process that dies gives them back by it
   */
  record Claim(
      int most,
      int mostRetries,
      int share,
      Map<Long, Integer> shares,
      Instant now,
      Duration lease) {}

  /**
   * @param waiting deliveries that have not ended
   * @param oldestDue how long the one that should have been sent first is overdue; zero if none is
   */
  record Backlog(long waiting, Duration oldestDue) {}
}
