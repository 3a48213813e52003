package io.deficitwatch.metrics.revision;

import java.util.Optional;

/**
 * Least squares with an intercept and at most one regressor, and the covariance of its coefficients
 * by Newey and West 1987 ("A simple, positive semi-definite, heteroskedasticity and autocorrelation
 * consistent covariance matrix", Econometrica 55): Bartlett weights {@code 1 - j / (L + 1)}, {@code
 * L = floor(4 (n / 100)^(2/9))} lags (Newey and West 1994), and {@code n / (n - k)} for the {@code
 * k} coefficients, so that without lags the mean has its ordinary standard error.
 */
final class NeweyWest {
  private NeweyWest() {}

  static int lags(int observations) {
    return (int) Math.floor(4 * Math.pow(observations / 100.0, 2.0 / 9));
  }

  /** The standard error of the mean; empty if the values do not vary. */
  static Optional<Double> standardErrorOfMean(double[] values) {
    int n = values.length;
    double mean = mean(values);
    double[] ones = new double[n];
    double[] residuals = new double[n];
    for (int t = 0; t < n; t++) {
      ones[t] = 1;
      residuals[t] = values[t] - mean;
    }
    double variance = longRun(residuals, ones, ones) / n / (n - 1);
    return Optional.of(Math.sqrt(variance)).filter(error -> isPositive(error, values));
  }

  /**
   * @param wald that both coefficients are zero, to be held against chi-squared with 2 degrees of
   *     freedom
   */
  record Fit(double intercept, double slope, double wald) {}

  /** The regression of y on x; empty if x, or what it leaves of y, does not vary. */
  static Optional<Fit> fit(double[] y, double[] x) {
    int n = y.length;
    double mean = mean(x);
    double squares = 0;
    for (double value : x) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / n);
    if (!isPositive(deviation, x)) {
      return Optional.empty();
    }
    // Regressors that are orthogonal and of one size: X'X is n times the identity
    double[] ones = new double[n];
    double[] z = new double[n];
    double a = mean(y);
    double b = 0;
    for (int t = 0; t < n; t++) {
      ones[t] = 1;
      z[t] = (x[t] - mean) / deviation;
      b += z[t] * y[t] / n;
    }
    double[] residuals = new double[n];
    for (int t = 0; t < n; t++) {
      residuals[t] = y[t] - a - b * z[t];
    }
    double scale = 1.0 / n / (n - 2);
    double aa = scale * longRun(residuals, ones, ones);
    double bb = scale * longRun(residuals, z, z);
    double ab = scale * longRun(residuals, ones, z);
    double determinant = aa * bb - ab * ab;
    double wald = (a * a * bb - 2 * a * b * ab + b * b * aa) / determinant;
    double slope = b / deviation;
    return Optional.of(new Fit(a - slope * mean, slope, wald))
        .filter(_ -> isPositive(Math.sqrt(aa * n), y) && determinant > 1e-12 * aa * bb)
        .filter(fit -> Double.isFinite(fit.wald()));
  }

  /** Weighted sum of the autocovariances of residuals times one and the other regressor. */
  private static double longRun(double[] residuals, double[] one, double[] other) {
    int lags = lags(residuals.length);
    double sum = 0;
    for (int j = 0; j <= lags; j++) {
      double weight = 1 - j / (lags + 1.0);
      for (int t = j; t < residuals.length; t++) {
        double product = residuals[t] * residuals[t - j];
        double cross = one[t] * other[t - j];
        sum += weight * product * (j == 0 ? cross : cross + one[t - j] * other[t]);
      }
    }
    return sum;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  // What rounding leaves of a variance that is zero is none
  private static boolean isPositive(double deviation, double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return deviation > 1e-10 * largest && Double.isFinite(deviation);
  }
}
