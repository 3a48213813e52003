package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.value.TimePeriod;
import java.time.temporal.ChronoUnit;

/** Counts periods. */
public final class Steps {
  private Steps() {}

  /**
   * How many periods of their one frequency lie from {@code from} to {@code to}; may be below 0.
   */
  public static int between(TimePeriod from, TimePeriod to) {
    if (from.frequency() != to.frequency()) {
      throw new IllegalArgumentException(from + " and " + to + " are of different frequencies");
    }
    long months = ChronoUnit.MONTHS.between(from.lastMonth(), to.lastMonth());
    return (int) (months / from.frequency().months());
  }
}
