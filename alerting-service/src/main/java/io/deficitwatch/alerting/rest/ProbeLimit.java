package io.deficitwatch.alerting.rest;

import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How often a subscriber may have a receiver called at once: whoever can name any URL must not be
 * able to have it called without end.
 */
@ApplicationScoped
class ProbeLimit {
  private static final int MOST = 30;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Deque<Instant>> calls = new HashMap<>();

  ProbeLimit(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws ProblemException with status 429 if it was too often
   */
  void require(String subscriberId) {
    if (!take(subscriberId)) {
      throw new ProblemException(
          Problem.of(
              429,
              "too-many-probes",
              "Too many calls",
              "Receivers of one subscriber are called at once %d times a minute at the most."
                  .formatted(MOST)));
    }
  }

  /** Whether there is one left, which is taken. */
  synchronized boolean take(String subscriberId) {
    Instant now = clock.instant();
    calls.values().removeIf(moments -> moments.getLast().isBefore(now.minus(WITHIN)));
    Deque<Instant> moments = calls.computeIfAbsent(subscriberId, _ -> new ArrayDeque<>());
    moments.removeIf(moment -> moment.isBefore(now.minus(WITHIN)));
    if (moments.size() >= MOST) {
      return false;
    }
    moments.addLast(now);
    return true;
  }
}
