package io.deficitwatch.metrics.forecast;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Paths that a series may take, all equally likely: everything that is said of what is uncertain,
 * of one period or of several together, is counted over them, so that it agrees. Steps are counted
 * from 1, the first period after the last observed one. Never changed.
 */
public final class SimulatedPaths {
  /** Which way a threshold is passed. */
  public enum Direction {
    /** To the threshold or below it: a deficit that grows. */
    DOWNWARDS,
    /** To the threshold or above it. */
    UPWARDS
  }

  private static final SimulatedPaths NONE = new SimulatedPaths(new double[0][]);

  /** By step, then by path. */
  private final double[][] values;

  private SimulatedPaths(double[][] values) {
    this.values = values;
  }

  /** No step at all. */
  public static SimulatedPaths none() {
    return NONE;
  }

  /**
   * @param values by step, then by path; every step has the same number of paths, at least 1
   */
  public static SimulatedPaths of(double[][] values) {
    if (values.length > 0 && values[0].length == 0) {
      throw new IllegalArgumentException("no path");
    }
    for (double[] step : values) {
      if (step.length != values[0].length) {
        throw new IllegalArgumentException("steps of unlike numbers of paths");
      }
      for (double value : step) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("a path that is not finite");
        }
      }
    }
    return new SimulatedPaths(Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
  }

  /** One path, which is certain. */
  public static SimulatedPaths certain(double... path) {
    return of(Arrays.stream(path).mapToObj(value -> new double[] {value}).toArray(double[][]::new));
  }

  /** How many steps they have. */
  public int steps() {
    return values.length;
  }

  /** How many paths there are. */
  public int size() {
    return values.length == 0 ? 0 : values[0].length;
  }

  /** What each path is at {@code step}, path by path. */
  public double[] at(int step) {
    return values(step).clone();
  }

  /**
   * @param probability of a value not above it, from 0 to 1; between paths linearly
   */
  public double quantile(int step, double probability) {
    return Sample.of(values(step)).quantile(probability);
  }

  /** The values at {@code step} in order, for many questions about one step. */
  public Sample sample(int step) {
    return Sample.of(values(step));
  }

  /** The share of paths below {@code threshold} at {@code step}. */
  public double probabilityBelow(int step, double threshold) {
    return share(values(step), value -> value < threshold);
  }

  /** The share of paths at {@code threshold} or past it at {@code step}. */
  public double probabilityPast(int step, double threshold, Direction direction) {
    return share(values(step), value -> isPast(value, threshold, direction));
  }

  /** The share of paths that have been at {@code threshold} or past it by {@code byStep}. */
  public double probabilityReached(int byStep, double threshold, Direction direction) {
    return share(extremes(byStep, direction), value -> isPast(value, threshold, direction));
  }

  /** How far each path will have been by {@code byStep}: its least or greatest value, in order. */
  public Sample furthest(int byStep, Direction direction) {
    return Sample.of(extremes(byStep, direction));
  }

  /** For every step what the paths will have been by then, as running extremes. */
  public SimulatedPaths furthest(Direction direction) {
    double[][] running = new double[steps()][];
    for (int i = 0; i < running.length; i++) {
      running[i] = values[i].clone();
      for (int k = 0; i > 0 && k < running[i].length; k++) {
        running[i][k] = further(running[i - 1][k], running[i][k], direction);
      }
    }
    return new SimulatedPaths(running);
  }

  /**
   * Sums steps path by path, as in the rest of a running year.
   *
   * @param from first step
   * @param to last step, not before {@code from}
   * @param known is added to each sum: what is observed of the year
   * @return paths of one step
   */
  public SimulatedPaths sum(int from, int to, double known) {
    double[] sums = new double[values(from).length];
    Arrays.fill(sums, known);
    for (int step = from; step <= to; step++) {
      double[] added = values(step);
      for (int k = 0; k < sums.length; k++) {
        sums[k] += added[k];
      }
    }
    if (to < from) {
      throw new IllegalArgumentException("from step %d to %d".formatted(from, to));
    }
    return new SimulatedPaths(new double[][] {sums});
  }

  /** A single path as many equal ones, to be added to as many others; others stay as they are. */
  public SimulatedPaths spreadOver(int size) {
    return size() != 1
        ? this
        : new SimulatedPaths(
            Arrays.stream(values)
                .map(
                    step -> {
                      double[] equal = new double[size];
                      Arrays.fill(equal, step[0]);
                      return equal;
                    })
                .toArray(double[][]::new));
  }

  /** The first steps alone. */
  public SimulatedPaths first(int steps) {
    return new SimulatedPaths(Arrays.copyOf(values, Math.min(steps, steps())));
  }

  /**
   * Adds path to path: whatever goes together in the two goes together in the sum. Paths that were
   * simulated from the same shocks are added as fully dependent, independent ones as independent.
   *
   * @param weight of {@code other}: -1 for a debit
   */
  public SimulatedPaths plus(SimulatedPaths other, double weight) {
    if (other.steps() != steps() || other.size() != size()) {
      throw new IllegalArgumentException(
          "%d paths of %d steps and %d of %d"
              .formatted(size(), steps(), other.size(), other.steps()));
    }
    return new SimulatedPaths(
        IntStream.range(0, steps())
            .mapToObj(
                i ->
                    IntStream.range(0, size())
                        .mapToDouble(k -> values[i][k] + weight * other.values[i][k])
                        .toArray())
            .toArray(double[][]::new));
  }

  private double[] values(int step) {
    if (step < 1 || step > values.length) {
      throw new IllegalArgumentException("step %d of %d".formatted(step, values.length));
    }
    return values[step - 1];
  }

  private double[] extremes(int byStep, Direction direction) {
    double[] extremes = values(byStep).clone();
    for (int i = 0; i < byStep - 1; i++) {
      for (int k = 0; k < extremes.length; k++) {
        extremes[k] = further(extremes[k], values[i][k], direction);
      }
    }
    return extremes;
  }

  private static double further(double one, double other, Direction direction) {
    return direction == Direction.DOWNWARDS ? Math.min(one, other) : Math.max(one, other);
  }

  private static boolean isPast(double value, double threshold, Direction direction) {
    return direction == Direction.DOWNWARDS ? value <= threshold : value >= threshold;
  }

  private static double share(double[] values, DoublePredicate of) {
    return Arrays.stream(values).filter(of).count() / (double) values.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimulatedPaths paths && Arrays.deepEquals(values, paths.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return "%d paths of %d steps".formatted(size(), steps());
  }
}
