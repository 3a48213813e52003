package io.deficitwatch.benchmarks.m3;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far a forecast of a withheld end was wrong.
 *
 * @param id of the series
 * @param values how many the forecast was made from
 * @param errors absolute, by step, in deviations as the forecast states them
 */
record WithheldEnd(String id, int values, double[] errors) {
  // A forecast that happens to be right does not say that it is sure
  private static final double LEAST_ERROR = 1e-3;

  /**
   * How much wider errors are of a series that is short: with n values {@code exp(shortness / n)}
   * times. Learnt from how one and the same series is forecast from several origins (least squares
   * within the series), because long series differ from short ones in other ways too.
   */
  static double shortness(List<WithheldEnd> ends) {
    Map<String, List<WithheldEnd>> bySeries =
        ends.stream().collect(Collectors.groupingBy(WithheldEnd::id));
    double product = 0;
    double squares = 0;
    for (List<WithheldEnd> series : bySeries.values()) {
      double middleX = mean(series.stream().mapToDouble(WithheldEnd::inverse).toArray());
      double middleY = mean(series.stream().mapToDouble(WithheldEnd::logError).toArray());
      for (WithheldEnd end : series) {
        product += (end.inverse() - middleX) * (end.logError() - middleY);
        squares += Math.pow(end.inverse() - middleX, 2);
      }
    }
    return Math.max(0, product / squares);
  }

  /** The errors as they would be if the series were long. */
  double[] ofManyValues(double shortness) {
    double wider = Math.exp(shortness / values);
    return Arrays.stream(errors).map(error -> error / wider).toArray();
  }

  private double inverse() {
    return 1.0 / values;
  }

  private double logError() {
    return mean(
        Arrays.stream(errors).map(error -> Math.log(Math.max(error, LEAST_ERROR))).toArray());
  }

  private static double mean(double[] numbers) {
    return Arrays.stream(numbers).average().orElseThrow();
  }
}
