package io.deficitwatch.metrics.jdemetra;

import io.deficitwatch.metrics.forecast.Forecaster;
import io.deficitwatch.metrics.forecast.PathSimulation;
import io.deficitwatch.metrics.hipparchus.SimplexMinimizer;
import io.deficitwatch.metrics.revision.TestDistributions;

/** The real models for tests of the features. */
public final class Jdemetra {
  private Jdemetra() {}

  public static Forecaster forecaster() {
    return new Forecaster(new TramoModel(), new SimplexMinimizer(), simulation());
  }

  public static PathSimulation simulation() {
    return new PathSimulation(new JdemetraStudentQuantile());
  }

  public static TestDistributions testDistributions() {
    return new JdemetraTestDistributions();
  }
}
