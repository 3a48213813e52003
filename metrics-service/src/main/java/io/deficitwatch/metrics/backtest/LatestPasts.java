package io.deficitwatch.metrics.backtest;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.projection.Observed;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses what is projected from again: the latest releases, and before them the first release that
 * reached a period, until as many periods are there. Releases that only revise would else leave
 * room for few.
 */
final class LatestPasts {
  private final int most;
  private final LinkedList<List<IndicatorHistory>> chosen = new LinkedList<>();
  private Optional<TimePeriod> reached = Optional.empty();
  // The earliest of its period so far, if it is not chosen yet
  private Optional<List<IndicatorHistory>> earliest = Optional.empty();
  private int periods;

  /**
   * @param most how many releases, and how many periods
   */
  LatestPasts(int most) {
    this.most = most;
  }

  boolean isFull() {
    return periods == most;
  }

  /**
   * @param past what was known at a release, of which each is older than the one before
   */
  void take(List<IndicatorHistory> past) {
    TimePeriod last = Observed.latest(past).getLast().period();
    if (reached.filter(period -> !period.equals(last)).isPresent()) {
      choose();
      periods++;
    }
    reached = Optional.of(last);
    if (chosen.size() < most) {
      chosen.addFirst(past);
    } else if (!isFull()) {
      earliest = Optional.of(past);
    }
  }

  /** In the order of the releases. */
  List<List<IndicatorHistory>> chosen() {
    choose();
    return List.copyOf(chosen);
  }

  private void choose() {
    earliest.ifPresent(chosen::addFirst);
    earliest = Optional.empty();
  }
}
