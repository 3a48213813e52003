package io.deficitwatch.metrics.forecast;

import java.util.Arrays;

/**
 * What a model says of the coming steps: the point forecasts, and how the shocks still to come move
 * them. The error at step h is the sum over j of {@code response[h-1][j] * shock j}, with
 * independent shocks of deviation 1; shock j falls in step j + 1, shocks beyond the last step stand
 * for what is uncertain from the start, as a drift. Models that speak of the same series share its
 * shocks, so that their outlooks can be averaged.
 *
 * @param mean point forecast by step
 * @param response by step, then by shock; as many shocks in every step
 */
public record Outlook(double[] mean, double[][] response) {
  public Outlook {
    mean = mean.clone();
    response = Arrays.stream(response).map(double[]::clone).toArray(double[][]::new);
    if (mean.length == 0 || response.length != mean.length) {
      throw new IllegalArgumentException(
          "%d point forecasts, %d responses".formatted(mean.length, response.length));
    }
  }

  /** How many steps it has. */
  public int steps() {
    return mean.length;
  }

  /** Standard deviation of the error at {@code step}, counted from 1. */
  public double deviation(int step) {
    double squares = 0;
    for (double one : response[step - 1]) {
      squares += one * one;
    }
    return Math.sqrt(squares);
  }

  /** Whether every number in it is one, and every error has a size. */
  public boolean isUsable() {
    for (int i = 0; i < mean.length; i++) {
      double deviation = deviation(i + 1);
      if (!Double.isFinite(mean[i]) || !Double.isFinite(deviation) || deviation <= 0) {
        return false;
      }
    }
    return true;
  }

  /** Values times {@code factor}. */
  public Outlook times(double factor) {
    return new Outlook(
        Arrays.stream(mean).map(value -> value * factor).toArray(),
        Arrays.stream(response)
            .map(row -> Arrays.stream(row).map(value -> value * factor).toArray())
            .toArray(double[][]::new));
  }
}
