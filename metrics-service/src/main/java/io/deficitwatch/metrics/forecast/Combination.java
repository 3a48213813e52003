package io.deficitwatch.metrics.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * Several outlooks as one. The point forecast is halfway between the mean and the median of the
 * members: with four of them the two in the middle count three times as much as the outer ones, so
 * that one member gone astray does little harm. The deviation is the median one; which periods err
 * together is averaged over the members.
 */
final class Combination {
  private Combination() {}

  /**
   * @param members of the same steps and shocks, at least one
   */
  static Outlook of(List<Outlook> members) {
    int steps = members.getFirst().steps();
    double[] mean = new double[steps];
    double[][] response = new double[steps][];
    for (int i = 0; i < steps; i++) {
      int at = i;
      double[] points = members.stream().mapToDouble(one -> one.mean()[at]).toArray();
      mean[i] = (Arrays.stream(points).average().orElseThrow() + median(points)) / 2;
      double[] deviations = members.stream().mapToDouble(one -> one.deviation(at + 1)).toArray();
      response[i] = response(members, i, deviations);
    }
    return new Outlook(mean, response);
  }

  private static double[] response(List<Outlook> members, int at, double[] deviations) {
    double[] sum = new double[members.getFirst().response()[at].length];
    for (int m = 0; m < members.size(); m++) {
      double[] one = members.get(m).response()[at];
      for (int j = 0; j < sum.length; j++) {
        sum[j] += one[j] / deviations[m];
      }
    }
    double size = Math.sqrt(Arrays.stream(sum).map(one -> one * one).sum());
    double deviation = median(deviations);
    return Arrays.stream(sum).map(one -> one / size * deviation).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
