package io.deficitwatch.metrics.forecast;

import java.util.Arrays;

/** Classical seasonal decomposition by moving averages, and whether there is a season at all. */
final class Seasonality {
  // One-sided 90 %, as the M3 and M4 competitions test
  private static final double CRITICAL = 1.6448536269514722;
  private static final int LEAST_YEARS = 3;

  private Seasonality() {}

  /** Bartlett's test of the autocorrelation at one year; never with less than three years. */
  static boolean isSeasonal(double[] values, int perYear) {
    if (perYear < 2 || values.length < LEAST_YEARS * perYear) {
      return false;
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean);
    }
    if (variance == 0) {
      return false;
    }
    double bound = 1;
    double autocorrelation = 0;
    for (int lag = 1; lag <= perYear; lag++) {
      double product = 0;
      for (int i = lag; i < values.length; i++) {
        product += (values[i] - mean) * (values[i - lag] - mean);
      }
      autocorrelation = product / variance;
      if (lag < perYear) {
        bound += 2 * autocorrelation * autocorrelation;
      }
    }
    return Math.abs(autocorrelation) > CRITICAL * Math.sqrt(bound / values.length);
  }

  /**
   * The season of each period of a year, beginning with that of the first value: factors around 1,
   * or amounts around 0.
   *
   * @param values of two years at least
   */
  static double[] of(double[] values, int perYear, boolean multiplicative) {
    double[] sums = new double[perYear];
    int[] counts = new int[perYear];
    int half = perYear / 2;
    for (int i = half; i < values.length - half; i++) {
      double trend = 0;
      for (int k = -half; k <= half; k++) {
        boolean end = perYear % 2 == 0 && Math.abs(k) == half;
        trend += values[i + k] * (end ? 0.5 : 1) / perYear;
      }
      sums[i % perYear] += multiplicative ? values[i] / trend : values[i] - trend;
      counts[i % perYear]++;
    }
    double mean = 0;
    for (int i = 0; i < perYear; i++) {
      sums[i] /= counts[i];
      mean += sums[i] / perYear;
    }
    for (int i = 0; i < perYear; i++) {
      sums[i] = multiplicative ? sums[i] / mean : sums[i] - mean;
    }
    return sums;
  }
}
