package io.deficitwatch.metrics.forecast;

/** Quantiles of Student's t. */
@FunctionalInterface
public interface StudentQuantile {
  /**
   * @param degreesOfFreedom at least 1
   */
  double at(double probability, int degreesOfFreedom);
}
