package io.deficitwatch.metrics.jdemetra;

import io.deficitwatch.metrics.forecast.StudentQuantile;
import jakarta.enterprise.context.ApplicationScoped;
import jdplus.toolkit.base.api.stats.ProbabilityType;
import jdplus.toolkit.base.core.dstats.T;

/** Student's t from JDemetra+. */
@ApplicationScoped
public class JdemetraStudentQuantile implements StudentQuantile {
  @Override
  public double at(double probability, int degreesOfFreedom) {
    return new T(degreesOfFreedom).getProbabilityInverse(probability, ProbabilityType.Lower);
  }
}
