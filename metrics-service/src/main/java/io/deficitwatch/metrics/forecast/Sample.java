package io.deficitwatch.metrics.forecast;

import java.util.Arrays;

/** Equally likely values in order. */
public final class Sample {
  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  static Sample of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Sample(sorted);
  }

  /**
   * The value that {@code probability} of them do not exceed, linear between the middles of their
   * steps (type 5 of Hyndman and Fan 1996, "Sample quantiles in statistical packages").
   *
   * @param probability from 0 to 1
   */
  public double quantile(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability " + probability);
    }
    double position = probability * sorted.length - 0.5;
    int below = Math.clamp((int) Math.floor(position), 0, sorted.length - 1);
    int above = Math.min(below + 1, sorted.length - 1);
    double share = Math.clamp(position - below, 0, 1);
    return sorted[below] + share * (sorted[above] - sorted[below]);
  }
}
