package io.deficitwatch.metrics.forecast;

/**
 * How a series goes on.
 *
 * @param method as in {@code COMBINATION}
 * @param description members, weights and how sure, for people
 * @param point point forecast by step
 * @param paths the paths that the series may take; every interval is one of them
 */
public record Forecast(String method, String description, double[] point, SimulatedPaths paths) {}
