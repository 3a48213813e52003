package io.deficitwatch.alerting.rest;

import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How many backtests run at a time: each goes through a whole history, and a service has other
 * things to compute. One of a subscriber, so that nobody keeps all others waiting.
 */
@ApplicationScoped
class BacktestLimit {
  private static final int MOST = 2;

  private final Set<String> running = new HashSet<>();

  /**
   * Runs it, if there is room.
   *
   * @throws ProblemException with status 503 if there is none
   */
  <T> T within(String subscriberId, Supplier<T> backtest) {
    begin(subscriberId);
    try {
      return backtest.get();
    } finally {
      end(subscriberId);
    }
  }

  private synchronized void begin(String subscriberId) {
    if (running.contains(subscriberId)) {
      throw busy(
          "Another backtest is running", "One backtest of a subscriber runs at a time; ask again.");
    }
    if (running.size() >= MOST) {
      throw busy(
          "Others are backtesting",
          "At most %d backtests run at a time; ask again.".formatted(MOST));
    }
    running.add(subscriberId);
  }

  private synchronized void end(String subscriberId) {
    running.remove(subscriberId);
  }

  private static ProblemException busy(String title, String detail) {
    return new ProblemException(Problem.of(503, "busy", title, detail));
  }
}
