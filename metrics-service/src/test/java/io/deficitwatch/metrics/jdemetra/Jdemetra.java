package io.deficitwatch.metrics.jdemetra;

import io.deficitwatch.metrics.projection.ForecastModel;
import io.deficitwatch.metrics.projection.StudentQuantile;
import io.deficitwatch.metrics.revision.TestDistributions;

/** The real models for tests of the features. */
public final class Jdemetra {
  private Jdemetra() {}

  public static ForecastModel tramo() {
    return new TramoForecastModel();
  }

  public static StudentQuantile studentQuantile() {
    return new JdemetraStudentQuantile();
  }

  public static TestDistributions testDistributions() {
    return new JdemetraTestDistributions();
  }
}
