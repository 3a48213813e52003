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

  /** Whether there are periods in a year, and enough years, for {@link #shrunk}. */
  static boolean canBeShrunk(double[] values, int perYear) {
    return perYear > 1 && values.length >= LEAST_YEARS * perYear;
  }

  /**
   * The season of each period of a year, beginning with that of the first value: factors around 1,
   * or amounts around 0.
   *
   * @param values of two years at least
   */
  static double[] of(double[] values, int perYear, boolean multiplicative) {
    return Ratios.of(values, perYear, multiplicative).season();
  }

  /**
   * Likewise, drawn towards no season by how uncertain it is: what is kept is the share of its
   * variance that is not explained by how much the single years differ. All of it where each year
   * repeats the last, nothing where the periods differ no more than the years do. Miller and
   * Williams (2003, "Shrinkage estimators of time series seasonal factors and their effect on
   * forecasting accuracy") found such a season to err less than one taken whole or, after a test,
   * not at all.
   *
   * @param values of three years at least, {@code perYear} at least 2
   */
  static double[] shrunk(double[] values, int perYear, boolean multiplicative) {
    Ratios ratios = Ratios.of(values, perYear, multiplicative);
    double[] season = ratios.season();
    double none = multiplicative ? 1 : 0;
    double squares = 0;
    for (double one : season) {
      squares += (one - none) * (one - none);
    }
    double kept =
        squares == 0 ? 0 : Math.max(0, 1 - (perYear - 1) * ratios.varianceOfMeans() / squares);
    for (int i = 0; i < perYear; i++) {
      season[i] = none + kept * (season[i] - none);
    }
    return season;
  }

  /** What is left of each period without the trend through it, by place in the year. */
  private record Ratios(double[] sums, double[] squares, int[] counts, boolean multiplicative) {
    static Ratios of(double[] values, int perYear, boolean multiplicative) {
      Ratios ratios =
          new Ratios(new double[perYear], new double[perYear], new int[perYear], multiplicative);
      int half = perYear / 2;
      for (int i = half; i < values.length - half; i++) {
        double trend = 0;
        for (int k = -half; k <= half; k++) {
          boolean end = perYear % 2 == 0 && Math.abs(k) == half;
          trend += values[i + k] * (end ? 0.5 : 1) / perYear;
        }
        double ratio = multiplicative ? values[i] / trend : values[i] - trend;
        ratios.sums[i % perYear] += ratio;
        ratios.squares[i % perYear] += ratio * ratio;
        ratios.counts[i % perYear]++;
      }
      return ratios;
    }

    double[] season() {
      double[] season = new double[sums.length];
      double mean = 0;
      for (int i = 0; i < season.length; i++) {
        season[i] = sums[i] / counts[i];
        mean += season[i] / season.length;
      }
      for (int i = 0; i < season.length; i++) {
        season[i] = multiplicative ? season[i] / mean : season[i] - mean;
      }
      return season;
    }

    /** Of one place's mean over the years, the same for all places. */
    double varianceOfMeans() {
      double within = 0;
      int degrees = 0;
      int all = 0;
      for (int i = 0; i < sums.length; i++) {
        within += squares[i] - sums[i] * sums[i] / counts[i];
        degrees += counts[i] - 1;
        all += counts[i];
      }
      return Math.max(0, within) / degrees / ((double) all / sums.length);
    }
  }
}
