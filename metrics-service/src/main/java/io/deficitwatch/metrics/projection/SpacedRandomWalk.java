package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.metrics.forecast.Outlook;
import io.deficitwatch.metrics.forecast.PathSimulation;
import io.deficitwatch.metrics.forecast.SimulatedPaths;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Random walk with drift on points that may lie unequally apart: the honest answer for a short or
 * gappy series. An increment over h periods has mean h * drift and variance h * sigma^2. The drift
 * is the slope from the first point to the last (its maximum likelihood estimate); the interval
 * holds the innovations, the error of the drift and, by Student's t, that of sigma.
 */
final class SpacedRandomWalk implements ForecastModel {
  static final String ID = "RANDOM_WALK_WITH_DRIFT";
  private final PathSimulation simulation;

  SpacedRandomWalk(PathSimulation simulation) {
    this.simulation = simulation;
  }

  @Override
  public Optional<Path> forecast(List<Observed> observed, int periods) {
    Fit fit = fit(observed);
    int degrees = observed.size() - 2;
    boolean usable =
        degrees >= 1
            && fit.variance > 0
            && Double.isFinite(fit.variance)
            && Double.isFinite(fit.drift);
    if (!usable) {
      return Optional.empty();
    }
    Outlook outlook = fit.outlook(periods);
    double[] values = observed.stream().mapToDouble(one -> one.value().doubleValue()).toArray();
    SimulatedPaths paths = simulation.draw(outlook, degrees, values);
    return Optional.of(
        new Path(
            method(observed, degrees),
            ProjectedPoints.after(observed, outlook.mean(), paths),
            paths));
  }

  private static Method method(List<Observed> observed, int degrees) {
    int spans = Steps.between(observed.getFirst().period(), observed.getLast().period());
    int gaps = spans + 1 - observed.size();
    return new Method(
        ID,
        "Random walk with drift on %d values from %s to %s%s; intervals by Student's t with %d degrees of freedom, the error of the drift included; no season is modelled."
            .formatted(
                observed.size(),
                observed.getFirst().period(),
                observed.getLast().period(),
                gaps == 0 ? "" : ", %d periods between them missing".formatted(gaps),
                degrees),
        observed.size());
  }

  private static Fit fit(List<Observed> observed) {
    double first = observed.getFirst().value().doubleValue();
    double last = observed.getLast().value().doubleValue();
    int spans = Steps.between(observed.getFirst().period(), observed.getLast().period());
    double drift = (last - first) / spans;
    double squares = 0;
    for (int i = 1; i < observed.size(); i++) {
      int apart = Steps.between(observed.get(i - 1).period(), observed.get(i).period());
      double increment =
          observed.get(i).value().doubleValue() - observed.get(i - 1).value().doubleValue();
      squares += Math.pow(increment - drift * apart, 2) / apart;
    }
    return new Fit(last, drift, squares / Math.max(1, observed.size() - 2), spans);
  }

  private record Fit(double last, double drift, double variance, int spans) {
    /**
     * Every step adds a shock; the error of the drift is there from the start. It is the first, so
     * that the same shocks are drawn however far one looks.
     */
    Outlook outlook(int steps) {
      double[] mean = new double[steps];
      double[][] response = new double[steps][steps + 1];
      double shock = Math.sqrt(variance);
      for (int i = 0; i < steps; i++) {
        mean[i] = last + drift * (i + 1);
        Arrays.fill(response[i], 1, i + 2, shock);
        response[i][0] = shock * (i + 1) / Math.sqrt(spans);
      }
      return new Outlook(mean, response);
    }
  }
}
