package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.subscription.EndpointId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps replays, and does them in steps. */
public interface ReplayStore {
  /** How many messages it would send; empty if there is no such endpoint. */
  Optional<Long> count(EndpointId endpoint, Replay.Order order);

  /**
   * Begins one.
   *
   * @return empty if there is no such endpoint, or one is running for it
   */
  Optional<Replay> begin(EndpointId endpoint, Replay.Order order, Instant now);

  Optional<Replay> find(EndpointId endpoint, long number);

  /** Those of one endpoint, the latest first. */
  List<Replay> list(EndpointId endpoint, int most);

  /**
   * What was made due stays so.
   *
   * @return empty if there is no such replay
   */
  Optional<Replay> cancel(EndpointId endpoint, long number, Instant now);

  /**
   * Makes the next messages of each running replay due, as many as its rate allows, in one
   * transaction with how far it has come. An endpoint that is not delivered to keeps its replay.
   *
   * @return how many messages are due by it
   */
  int advance(Instant now);

  /**
   * Sends one delivery again that has ended, under the same id.
   *
   * @param subscriberId whose it must be; empty for anybody's
   * @return false if there is none, or it is waiting anyway
   */
  boolean replayOne(long delivery, Optional<String> subscriberId, Instant now);
}
