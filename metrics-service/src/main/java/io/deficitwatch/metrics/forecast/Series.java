package io.deficitwatch.metrics.forecast;

import java.time.YearMonth;
import java.util.Arrays;

/**
 * Values of periods that follow one another without a gap.
 *
 * @param first first month of the first period: some models know the calendar
 * @param months how many months each period has: 1, 3, 6 or 12
 * @param values finite
 */
public record Series(YearMonth first, int months, double[] values) {
  public Series {
    values = values.clone();
    if (months < 1 || 12 % months != 0) {
      throw new IllegalArgumentException("periods of %d months".formatted(months));
    }
    if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("no values, or one that is not finite");
    }
  }

  /** How many periods make a year: 12, 4, 2 or 1. */
  public int perYear() {
    return 12 / months;
  }

  /** How many values there are. */
  public int length() {
    return values.length;
  }

  /** The same periods with other values. */
  public Series with(double[] other) {
    return new Series(first, months, other);
  }
}
