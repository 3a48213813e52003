package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.value.TimePeriod;

/**
 * How far projections reach.
 *
 * @param lastYear last year of yearly projections, calendar or fiscal
 * @param leastYears least years that any projection reaches beyond the last observed period
 */
public record Horizon(int lastYear, int leastYears) {
  public Horizon {
    if (leastYears < 1 || leastYears > 50 || lastYear < 1 || lastYear > 2200) {
      throw new IllegalArgumentException(
          "no usable horizon: last year %d, least years %d".formatted(lastYear, leastYears));
    }
  }

  /** How many periods a projection usually has. */
  public int periodsAfter(TimePeriod last) {
    return switch (last.frequency()) {
      case D -> 0;
      case M, Q, S, FS -> leastYears * 12 / last.frequency().months();
      case A, FY, T12M, YTD -> Math.max(leastYears, lastYear - last.year());
    };
  }
}
