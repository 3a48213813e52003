package io.deficitwatch.benchmarks.m3;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a forecast of a withheld end was wrong.
 *
 * @param errors absolute, by step, in deviations as the forecast states them
 * @param weight how much it counts beside the ends of other series
 */
record WithheldEnd(double[] errors, double weight) {
  /** The ends of one series, which together count as much as those of another. */
  static List<WithheldEnd> equallyWeighted(List<double[]> errors) {
    return errors.stream().map(one -> new WithheldEnd(one, 1.0 / errors.size())).toList();
  }

  /** What the errors of {@code share} of the ends, by weight, do not exceed, by step. */
  static double[] quantiles(List<WithheldEnd> ends, double share) {
    double wanted = share * ends.stream().mapToDouble(WithheldEnd::weight).sum();
    return IntStream.range(0, ends.getFirst().errors.length)
        .mapToDouble(step -> quantile(ends, step, wanted))
        .toArray();
  }

  private static double quantile(List<WithheldEnd> ends, int step, double wanted) {
    double weight = 0;
    double error = 0;
    for (WithheldEnd end :
        ends.stream().sorted(Comparator.comparingDouble(one -> one.errors[step])).toList()) {
      error = end.errors[step];
      weight += end.weight;
      if (weight >= wanted) {
        break;
      }
    }
    return error;
  }
}
