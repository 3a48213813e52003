package io.deficitwatch.metrics.forecast;

import io.deficitwatch.metrics.forecast.EtsForm.Season;
import io.deficitwatch.metrics.forecast.EtsForm.Trend;

/** Runs one exponential smoothing model through a series. */
final class EtsFilter {
  private final EtsForm form;
  private final double[] values;
  private final double[] firstSeason;
  private final double[] season;

  // The states after the last run
  private double level;
  private double slope;
  private double squares;
  private double logs;

  EtsFilter(EtsForm form, double[] values, double[] firstSeason) {
    this.form = form;
    this.values = values;
    this.firstSeason = firstSeason;
    this.season = firstSeason.clone();
  }

  /**
   * Smoothing parameters and the states before the first value.
   *
   * @param beta in (0, alpha)
   * @param gamma in (0, 1 - alpha)
   */
  record Parameters(
      double alpha, double beta, double gamma, double phi, double level, double slope) {}

  /** -2 log likelihood up to a constant; infinite where the model breaks down. */
  double run(Parameters p) {
    level = p.level;
    slope = form.trend() == Trend.NONE ? 0 : p.slope;
    System.arraycopy(firstSeason, 0, season, 0, season.length);
    boolean seasonal = form.season() != Season.NONE;
    boolean multiplied = form.season() == Season.MULTIPLICATIVE;
    squares = 0;
    logs = 0;
    double product = 1;
    int at = 0;
    for (double value : values) {
      double base = level + p.phi * slope;
      double seasonHere = seasonal ? season[at] : 0;
      double forecast = multiplied ? base * seasonHere : base + seasonHere;
      double error = value - forecast;
      if (form.relative()) {
        if (!(forecast > 1e-9) || !(base > 1e-9)) {
          return Double.POSITIVE_INFINITY;
        }
        squares += error / forecast * (error / forecast);
        product *= forecast;
        if (product < 1e-100 || product > 1e100) {
          logs += Math.log(product);
          product = 1;
        }
      } else {
        squares += error * error;
      }
      double shock = multiplied ? error / seasonHere : error;
      level = base + p.alpha * shock;
      slope = p.phi * slope + p.beta * shock;
      if (seasonal) {
        season[at] += p.gamma * (multiplied ? error / base : error);
        at = at + 1 == season.length ? 0 : at + 1;
      }
    }
    logs += Math.log(product);
    double criterion =
        values.length * Math.log(Math.max(squares, 1e-300)) + (form.relative() ? 2 * logs : 0);
    return Double.isNaN(criterion) ? Double.POSITIVE_INFINITY : criterion;
  }

  /** What the states after {@link #run} say of the coming steps. */
  Outlook outlook(Parameters p, int steps) {
    double[] mean = new double[steps];
    double[] weight = new double[steps];
    double damped = 0;
    double power = 1;
    for (int i = 0; i < steps; i++) {
      power *= p.phi;
      damped += power;
      double base = level + damped * slope;
      mean[i] =
          switch (form.season()) {
            case NONE -> base;
            case ADDITIVE -> base + seasonAt(i);
            case MULTIPLICATIVE -> base * seasonAt(i);
          };
      weight[i] = base;
    }
    double deviation = Math.sqrt(squares / Math.max(1, values.length - smoothed()));
    double[][] response = new double[steps][steps];
    for (int j = 0; j < steps; j++) {
      // A shock of one deviation in step j + 1, and what stays of it
      double shock = deviation * (form.relative() ? Math.abs(mean[j]) : 1);
      double level0 = p.alpha;
      double slope0 = p.beta;
      response[j][j] = shock;
      for (int i = j + 1; i < steps; i++) {
        slope0 *= p.phi;
        level0 += slope0;
        boolean sameSeason = form.season() != Season.NONE && (i - j) % season.length == 0;
        response[i][j] =
            form.season() == Season.MULTIPLICATIVE
                ? shock
                    * (level0 * seasonAt(i) / seasonAt(j)
                        + (sameSeason ? p.gamma * weight[i] / weight[j] : 0))
                : shock * (level0 + (sameSeason ? p.gamma : 0));
      }
    }
    return new Outlook(mean, response);
  }

  private int smoothed() {
    return form.parameters(0) - 1;
  }

  private double seasonAt(int step) {
    return season[(values.length + step) % season.length];
  }
}
