package io.deficitwatch.metrics.projection;

/** Quantiles of Student's t. */
@FunctionalInterface
public interface StudentQuantile {
  double at(double probability, int degreesOfFreedom);
}
