package io.deficitwatch.metrics.record;

import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Runs of periods that follow one another without a gap.
 *
 * @param negative below zero: a deficit
 * @param falling each lower than the one before; the first of a run is the first that fell
 */
public record Streaks(Runs negative, Runs falling) {
  /**
   * @param current the one that the latest period ends
   * @param longest of equally long ones the latest
   */
  public record Runs(Optional<Run> current, Optional<Run> longest) {}

  /** From its first to its last period. */
  public record Run(TimePeriod from, TimePeriod to, int length) {}

  static Streaks of(NavigableMap<TimePeriod, BigDecimal> values, Compared compared) {
    return new Streaks(
        runs(values, compared, period -> value(values, period).signum() < 0),
        runs(
            values,
            compared,
            period ->
                Optional.ofNullable(values.lowerKey(period))
                    .filter(before -> compared.next(before).equals(period))
                    .filter(before -> value(values, period).compareTo(value(values, before)) < 0)
                    .isPresent()));
  }

  private static BigDecimal value(NavigableMap<TimePeriod, BigDecimal> values, TimePeriod period) {
    return Optional.ofNullable(values.get(period)).orElseThrow();
  }

  private static Runs runs(
      NavigableMap<TimePeriod, BigDecimal> values,
      Compared compared,
      Predicate<TimePeriod> condition) {
    Optional<Run> current = Optional.empty();
    Optional<Run> longest = Optional.empty();
    for (TimePeriod period : List.copyOf(values.keySet())) {
      if (!condition.test(period)) {
        current = Optional.empty();
        continue;
      }
      current =
          Optional.of(
              current
                  .filter(run -> compared.next(run.to()).equals(period))
                  .map(run -> new Run(run.from(), period, run.length() + 1))
                  .orElseGet(() -> new Run(period, period, 1)));
      longest = longer(longest, current);
    }
    return new Runs(current, longest);
  }

  private static Optional<Run> longer(Optional<Run> one, Optional<Run> other) {
    int length = other.map(Run::length).orElse(0);
    return one.filter(run -> run.length() > length).or(() -> other);
  }
}
