package io.deficitwatch.metrics.revision;

/** Probabilities that test statistics are held against. */
public interface TestDistributions {
  /** The probability of a Student's t at least as far from zero. */
  double studentTwoSided(double t, int degreesOfFreedom);

  /** The probability of an F at least as large. */
  double fisherUpper(double f, int numerator, int denominator);
}
