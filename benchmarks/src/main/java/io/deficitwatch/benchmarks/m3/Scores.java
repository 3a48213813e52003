package io.deficitwatch.benchmarks.m3;

import io.deficitwatch.metrics.forecast.Series;
import java.util.Arrays;

/** How good forecasts of many series were, by the measures of the M competitions. */
final class Scores {
  private static final double ALPHA = 0.05;
  private int series;
  private double smape;
  private double mase;
  private int intervals;
  private double msis;
  private long points;
  private long held;

  /** Symmetric mean absolute percentage error and mean absolute scaled error of one series. */
  void point(M3Series one, double[] forecast) {
    double percentage = 0;
    double absolute = 0;
    for (int i = 0; i < forecast.length; i++) {
      double error = Math.abs(one.test()[i] - forecast[i]);
      percentage += 200 * error / (Math.abs(one.test()[i]) + Math.abs(forecast[i]));
      absolute += error;
    }
    series++;
    smape += percentage / forecast.length;
    mase += absolute / forecast.length / scale(one.train());
  }

  /**
   * Coverage and mean scaled interval score of the intervals of 95 % (Gneiting and Raftery 2007,
   * "Strictly proper scoring rules, prediction, and estimation").
   */
  void interval(M3Series one, double[] lower, double[] upper) {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      double value = one.test()[i];
      sum +=
          upper[i]
              - lower[i]
              + 2 / ALPHA * Math.max(0, lower[i] - value)
              + 2 / ALPHA * Math.max(0, value - upper[i]);
      points++;
      held += value >= lower[i] && value <= upper[i] ? 1 : 0;
    }
    intervals++;
    msis += sum / lower.length / scale(one.train());
  }

  /** Mean absolute error of the naive forecast of the same season within the training part. */
  static double scale(Series train) {
    double[] values = train.values();
    int apart = train.perYear();
    double[] changes = new double[values.length - apart];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = Math.abs(values[i + apart] - values[i]);
    }
    return Arrays.stream(changes).average().orElseThrow();
  }

  int series() {
    return series;
  }

  double smape() {
    return smape / series;
  }

  double mase() {
    return mase / series;
  }

  double msis() {
    return msis / intervals;
  }

  /** Share of values within their intervals. */
  double coverage() {
    return (double) held / points;
  }
}
