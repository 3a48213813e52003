package io.deficitwatch.metrics.jdemetra;

import io.deficitwatch.metrics.revision.TestDistributions;
import jakarta.enterprise.context.ApplicationScoped;
import jdplus.toolkit.base.api.stats.ProbabilityType;
import jdplus.toolkit.base.core.dstats.F;
import jdplus.toolkit.base.core.dstats.T;

/** Student's t and Fisher's F from JDemetra+. */
@ApplicationScoped
class JdemetraTestDistributions implements TestDistributions {
  @Override
  public double studentTwoSided(double t, int degreesOfFreedom) {
    return bounded(2 * new T(degreesOfFreedom).getProbability(Math.abs(t), ProbabilityType.Upper));
  }

  @Override
  public double fisherUpper(double f, int numerator, int denominator) {
    return bounded(new F(numerator, denominator).getProbability(f, ProbabilityType.Upper));
  }

  private static double bounded(double probability) {
    return Math.clamp(probability, 0, 1);
  }
}
