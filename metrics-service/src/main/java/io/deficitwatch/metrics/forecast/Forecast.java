package io.deficitwatch.metrics.forecast;

/**
 * How a series goes on.
 *
 * @param method as in {@code COMBINATION}
 * @param description members and weights, for people
 * @param outlook point forecasts, and deviations as wide as errors are
 * @param paths the paths that the series may take; every interval is one of them
 */
public record Forecast(String method, String description, Outlook outlook, SimulatedPaths paths) {
  /** Point forecast by step. */
  public double[] point() {
    return outlook.mean();
  }
}
