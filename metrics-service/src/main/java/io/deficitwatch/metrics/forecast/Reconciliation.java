package io.deficitwatch.metrics.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Makes forecasts of totals and of their parts add up, where each was made on its own: as little is
 * changed as can be, and more where more is uncertain (variance-scaled reconciliation, the diagonal
 * case of Wickramasuriya, Athanasopoulos and Hyndman 2019, "Optimal forecast reconciliation for
 * hierarchical and grouped time series through trace minimization").
 *
 * <p>Of simulated paths the centres are reconciled so. Each path is then made to add up by what is
 * part of a total: the totals at the top keep their own widths, which are calibrated, and so say
 * how far the parts err together. Paths of parts that were drawn apart would understate it, and
 * reconciling every path freely would take the parts for independent witnesses of the total.
 */
public final class Reconciliation {
  /**
   * A total and its parts, by their places in the list of series.
   *
   * @param parts weight by place: 1 for what is added, -1 for what is taken off, as debits are
   */
  public record Sum(int total, Map<Integer, Integer> parts) {
    public Sum {
      parts = Map.copyOf(parts);
      if (parts.isEmpty() || parts.containsKey(total)) {
        throw new IllegalArgumentException("series %d as the sum of %s".formatted(total, parts));
      }
    }
  }

  private static final double LEAST_SHARE = 1e-12;
  private final int series;
  private final List<Sum> sums;

  /** By sum, then by series: what must come to zero. */
  private final double[][] constraints;

  /**
   * @param series how many there are, totals and parts
   * @param sums each total once, those that are parts of another before it
   */
  public Reconciliation(int series, List<Sum> sums) {
    this.series = series;
    this.sums = List.copyOf(sums);
    this.constraints = new double[sums.size()][series];
    for (int i = 0; i < constraints.length; i++) {
      Sum sum = sums.get(i);
      constraints[i][sum.total] = -1;
      double[] row = constraints[i];
      sum.parts.forEach((part, weight) -> row[part] = weight);
    }
  }

  /**
   * Values of one period that add up.
   *
   * @param values one for each series
   * @param variances of their errors, positive
   */
  public double[] reconcile(double[] values, double[] variances) {
    require(values.length, variances);
    return changed(values, gains(variances));
  }

  /**
   * Paths that add up, each of them and at every step.
   *
   * @param paths of each series, as many and as long
   */
  public List<SimulatedPaths> reconcile(List<SimulatedPaths> paths) {
    return byStep(
        paths,
        values -> {
          double[] means = Arrays.stream(values).mapToDouble(Reconciliation::mean).toArray();
          double[] variances = variances(values);
          double[] centres = reconcile(means, variances);
          for (int i = 0; i < series; i++) {
            double shift = centres[i] - means[i];
            values[i] = Arrays.stream(values[i]).map(value -> value + shift).toArray();
          }
          changeBelow(values, variances);
        });
  }

  /** Likewise, but the totals at the top stay as they are, and the parts follow them. */
  public List<SimulatedPaths> reconcileBelow(List<SimulatedPaths> paths) {
    return byStep(paths, values -> changeBelow(values, variances(values)));
  }

  /**
   * Values of one period, likewise.
   *
   * @param variances of their errors; not negative
   */
  public double[] reconcileBelow(double[] values, double[] variances) {
    return changed(values, gains(withoutTops(variances)));
  }

  private List<SimulatedPaths> byStep(List<SimulatedPaths> paths, Consumer<double[][]> change) {
    int steps = paths.getFirst().steps();
    double[][][] reconciled = new double[series][steps][];
    for (int step = 1; step <= steps; step++) {
      int at = step;
      double[][] values = paths.stream().map(one -> one.at(at)).toArray(double[][]::new);
      change.accept(values);
      for (int i = 0; i < series; i++) {
        reconciled[i][step - 1] = values[i];
      }
    }
    return IntStream.range(0, series).mapToObj(i -> SimulatedPaths.of(reconciled[i])).toList();
  }

  /** Changes values by series and by path. */
  private void changeBelow(double[][] values, double[] variances) {
    double[][] gains = gains(withoutTops(variances));
    double[] path = new double[series];
    for (int k = 0; k < values[0].length; k++) {
      for (int i = 0; i < series; i++) {
        path[i] = values[i][k];
      }
      double[] sums = changed(path, gains);
      for (int i = 0; i < series; i++) {
        values[i][k] = sums[i];
      }
    }
  }

  /** Totals that are part of nothing do not give way. */
  private double[] withoutTops(double[] variances) {
    double[] giving = variances.clone();
    for (Sum sum : sums) {
      if (sums.stream().noneMatch(other -> other.parts.containsKey(sum.total))) {
        giving[sum.total] = 0;
      }
    }
    return giving;
  }

  /** By series and by sum: how far a series gives way for each unit that a sum is out. */
  private double[][] gains(double[] variances) {
    int count = constraints.length;
    // Scaled, so that yen squared strain nothing
    double largest = 0;
    for (double variance : variances) {
      largest = Math.max(largest, variance);
    }
    double[][] normal = new double[count][count];
    double[][] right = new double[series][count];
    for (int s = 0; s < series; s++) {
      for (int i = 0; i < count; i++) {
        right[s][i] = variances[s] / largest * constraints[i][s];
        for (int j = 0; j < count; j++) {
          normal[i][j] += right[s][i] * constraints[j][s];
        }
      }
    }
    return new Cholesky(normal).solveRows(right);
  }

  private double[] changed(double[] values, double[][] gains) {
    double[] changed = values.clone();
    for (int i = 0; i < constraints.length; i++) {
      double out = 0;
      for (int s = 0; s < series; s++) {
        out += constraints[i][s] * values[s];
      }
      for (int s = 0; s < series; s++) {
        changed[s] -= gains[s][i] * out;
      }
    }
    return changed;
  }

  private void require(int found, double[] variances) {
    if (found != series || variances.length != series) {
      throw new IllegalArgumentException("%d series, not %d".formatted(found, series));
    }
    for (double variance : variances) {
      if (!(variance > 0) || !Double.isFinite(variance)) {
        throw new IllegalArgumentException("variance " + variance);
      }
    }
  }

  // A part that does not vary may give way as little as it likes, but not nothing of nothing
  private static double[] variances(double[][] values) {
    double[] variances = Arrays.stream(values).mapToDouble(Reconciliation::variance).toArray();
    double least = LEAST_SHARE * Arrays.stream(variances).max().orElseThrow();
    return Arrays.stream(variances).map(variance -> Math.max(variance, least)).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values)
        .map(value -> (value - mean) * (value - mean))
        .average()
        .orElseThrow();
  }
}
