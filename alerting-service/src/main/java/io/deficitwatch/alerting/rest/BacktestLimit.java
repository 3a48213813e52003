package io.deficitwatch.alerting.rest;

import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many backtests run at a time: each goes through a whole history, and a service has other
 * things to compute. One of a subscriber, and in the order in which they were asked for, so that
 * whoever asks for page after page keeps nobody waiting for more than one.
 */
@ApplicationScoped
class BacktestLimit {
  private static final int MOST = 2;
  // Each holds a thread while it waits.
  private static final int MOST_WAITING = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Duration patience;
  private final Set<String> running = new HashSet<>();
  private final List<Turn> waiting = new ArrayList<>();

  BacktestLimit() {
    this(PATIENCE);
  }

  BacktestLimit(Duration patience) {
    this.patience = patience;
  }

  /** Whose, and whether it has come. */
  private record Turn(String subscriberId, CountDownLatch come) {}

  /**
   * Runs it when its turn comes.
   *
   * @throws ProblemException with status 503 if that would take too long
   */
  <T> T within(String subscriberId, Supplier<T> backtest) {
    await(ask(subscriberId));
    try {
      return backtest.get();
    } finally {
      end(subscriberId);
    }
  }

  private synchronized Turn ask(String subscriberId) {
    if (waiting.stream().anyMatch(turn -> turn.subscriberId().equals(subscriberId))) {
      throw busy(
          "Another backtest is waiting",
          "One backtest of a subscriber waits at a time; ask again.");
    }
    if (waiting.size() >= MOST_WAITING) {
      throw busy(
          "Others are backtesting",
          "At most %d backtests wait for their turn; ask again.".formatted(MOST_WAITING));
    }
    var turn = new Turn(subscriberId, new CountDownLatch(1));
    waiting.add(turn);
    admit();
    return turn;
  }

  synchronized int waiting() {
    return waiting.size();
  }

  private void await(Turn turn) {
    boolean come = false;
    try {
      come = turn.come().await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (!come && leaves(turn)) {
      throw busy(
          "Others are backtesting",
          "Its turn did not come within %d seconds; ask again.".formatted(patience.toSeconds()));
    }
  }

  /** Unless its turn has just come. */
  private synchronized boolean leaves(Turn turn) {
    return waiting.remove(turn);
  }

  private synchronized void end(String subscriberId) {
    running.remove(subscriberId);
    admit();
  }

  private void admit() {
    for (Iterator<Turn> turns = waiting.iterator(); turns.hasNext() && running.size() < MOST; ) {
      Turn next = turns.next();
      if (running.add(next.subscriberId())) {
        turns.remove();
        next.come().countDown();
      }
    }
  }

  private static ProblemException busy(String title, String detail) {
    return new ProblemException(Problem.of(503, "busy", title, detail));
  }
}
