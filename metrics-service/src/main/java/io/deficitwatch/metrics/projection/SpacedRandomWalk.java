package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Random walk with drift on points that may lie unequally apart: the honest answer for a short or
 * gappy series. An increment over h periods has mean h * drift and variance h * sigma^2. The drift
 * is the slope from the first point to the last (its maximum likelihood estimate); the interval
 * holds the innovations, the error of the drift and, by Student's t, that of sigma.
 */
final class SpacedRandomWalk implements ForecastModel {
  static final String ID = "RANDOM_WALK_WITH_DRIFT";
  private final StudentQuantile studentQuantile;

  SpacedRandomWalk(StudentQuantile studentQuantile) {
    this.studentQuantile = studentQuantile;
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
    TimePeriod last = observed.getLast().period();
    return Optional.of(
        new Path(
            method(observed, degrees),
            IntStream.rangeClosed(1, periods)
                .mapToObj(
                    step -> {
                      double value = fit.last + fit.drift * step;
                      double error = fit.errorAt(step);
                      return IntervalPoints.of(
                          last.plus(step),
                          value,
                          probability -> value + error * studentQuantile.at(probability, degrees));
                    })
                .toList()));
  }

  private static Method method(List<Observed> observed, int degrees) {
    int spans = span(observed.getFirst(), observed.getLast());
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
    int spans = span(observed.getFirst(), observed.getLast());
    double drift = (last - first) / spans;
    double squares = 0;
    for (int i = 1; i < observed.size(); i++) {
      int apart = span(observed.get(i - 1), observed.get(i));
      double increment =
          observed.get(i).value().doubleValue() - observed.get(i - 1).value().doubleValue();
      squares += Math.pow(increment - drift * apart, 2) / apart;
    }
    return new Fit(last, drift, squares / Math.max(1, observed.size() - 2), spans);
  }

  private static int span(Observed from, Observed to) {
    long months = ChronoUnit.MONTHS.between(from.period().lastMonth(), to.period().lastMonth());
    return (int) (months / from.period().frequency().months());
  }

  private record Fit(double last, double drift, double variance, int spans) {
    double errorAt(int step) {
      return Math.sqrt(variance * (step + (double) step * step / spans));
    }
  }
}
