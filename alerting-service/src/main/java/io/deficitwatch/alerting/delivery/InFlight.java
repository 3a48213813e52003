package io.deficitwatch.alerting.delivery;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is on its way, and how much more may be. Receivers that hang must keep nobody waiting: a
 * request that has waited long takes no place any more, an endpoint that failed is tried with one
 * request at a time, and when much hangs every endpoint is. One that answers again gets its
 * requests back one by one, so that it is not overrun; one that fails again and again rests in
 * between, and what is due for it uses up no attempts.
 */
final class InFlight {
  private static final int CROWDED_SHARE = 2;
  private static final int RETRY_LANE = 2;

  private final DeliveryLimits limits;
  private final LinkedHashMap<Ticket, Long> fresh = new LinkedHashMap<>();
  private final Map<Long, Integer> byEndpoint = new HashMap<>();
  private final Map<Long, Recovery> recovering = new HashMap<>();
  private long begun;
  private int all;

  /** One request, from its beginning to its end. */
  record Ticket(long number, long endpoint, boolean retry) {}

  InFlight(DeliveryLimits limits) {
    this.limits = limits;
  }

  /**
   * @param nanos as of {@link System#nanoTime}
   */
  synchronized Ticket begin(long endpoint, boolean retry, long nanos) {
    var ticket = new Ticket(begun++, endpoint, retry);
    fresh.put(ticket, nanos);
    byEndpoint.merge(endpoint, 1, Integer::sum);
    all++;
    return ticket;
  }

  /**
   * @param nanos as of {@link System#nanoTime}
   */
  synchronized void end(Ticket ticket, boolean delivered, long nanos) {
    long endpoint = ticket.endpoint();
    fresh.remove(ticket);
    byEndpoint.computeIfPresent(endpoint, (_, count) -> count == 1 ? null : count - 1);
    all--;
    if (!delivered) {
      recovering.compute(
          endpoint,
          (_, before) -> before == null ? Recovery.firstFailure(nanos) : before.failed(nanos));
    } else {
      recovering.computeIfPresent(
          endpoint,
          (_, before) -> before.delivered(limits.inFlightPerEndpoint(), nanos).orElse(null));
    }
  }

  /** How many requests may begin now. */
  synchronized int room(long nanos) {
    long slow = limits.slowAfter().toNanos();
    Iterator<Long> oldest = fresh.values().iterator();
    while (oldest.hasNext() && nanos - oldest.next() >= slow) {
      oldest.remove();
    }
    return Math.max(0, Math.min(limits.inFlight() - fresh.size(), limits.inFlightInAll() - all));
  }

  /**
   * How many of them may be retries: they have a lane of their own, half as wide as the road, so
   * that what failed keeps nothing waiting that is new.
   */
  synchronized int roomForRetries() {
    long underWay = fresh.keySet().stream().filter(Ticket::retry).count();
    return (int) Math.max(0, limits.inFlight() / RETRY_LANE - underWay);
  }

  /** How many may begin to an endpoint that {@link #shares} says nothing of. */
  synchronized int share() {
    return all >= limits.inFlightInAll() / CROWDED_SHARE ? 1 : limits.inFlightPerEndpoint();
  }

  /**
   * How many more may begin to each endpoint that has some on their way or failed lately; none to
   * one that rests.
   *
   * @param nanos as of {@link System#nanoTime}
   */
  synchronized Map<Long, Integer> shares(long nanos) {
    int most = share();
    Map<Long, Integer> shares = new HashMap<>();
    recovering.forEach(
        (endpoint, recovery) ->
            shares.put(endpoint, recovery.rests(nanos) ? 0 : Math.min(most, recovery.most())));
    byEndpoint.forEach(
        (endpoint, count) ->
            shares.merge(
                endpoint, most - count, (reducedTo, _) -> Math.min(most, reducedTo) - count));
    shares.replaceAll((_, share) -> Math.max(0, share));
    return shares;
  }

  synchronized int all() {
    return all;
  }

  /** How many endpoints rest, because they failed again and again. */
  synchronized int resting(long nanos) {
    return (int) recovering.values().stream().filter(one -> one.rests(nanos)).count();
  }
}
