package io.deficitwatch.benchmarks.m3;

import io.deficitwatch.metrics.forecast.Forecaster;
import io.deficitwatch.metrics.forecast.PathSimulation;
import io.deficitwatch.metrics.hipparchus.SimplexMinimizer;
import io.deficitwatch.metrics.jdemetra.JdemetraStudentQuantile;
import io.deficitwatch.metrics.jdemetra.TramoModel;

/** The forecasts as the metrics service makes them. */
final class Engines {
  private Engines() {}

  static Forecaster calibrated() {
    return new Forecaster(new TramoModel(), new SimplexMinimizer(), simulation());
  }

  static Forecaster uncalibrated() {
    return Forecaster.uncalibrated(new TramoModel(), new SimplexMinimizer(), simulation());
  }

  private static PathSimulation simulation() {
    return new PathSimulation(new JdemetraStudentQuantile());
  }
}
