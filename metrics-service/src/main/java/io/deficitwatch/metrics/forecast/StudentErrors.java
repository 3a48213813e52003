package io.deficitwatch.metrics.forecast;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One quantile of Student's t for every path, in order; kept, as they cost more than the paths. */
public final class StudentErrors {
  // Beyond these it is the normal law as far as this many paths can tell
  private static final int MOST_DEGREES = 200;

  private final StudentQuantile quantile;
  private final Map<Integer, double[]> byDegrees = new ConcurrentHashMap<>();

  public StudentErrors(StudentQuantile quantile) {
    this.quantile = quantile;
  }

  /** Of at least 1 degree of freedom. */
  double[] of(int degreesOfFreedom) {
    return byDegrees.computeIfAbsent(Math.min(degreesOfFreedom, MOST_DEGREES), this::compute);
  }

  private double[] compute(int degrees) {
    double[] errors = new double[PathSimulation.PATHS];
    for (int i = 0; i < errors.length / 2; i++) {
      errors[i] = quantile.at((i + 0.5) / errors.length, degrees);
      errors[errors.length - 1 - i] = -errors[i];
    }
    return errors;
  }
}
