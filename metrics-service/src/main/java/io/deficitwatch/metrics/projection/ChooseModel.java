package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.forecast.Forecaster;
import io.deficitwatch.metrics.forecast.PathSimulation;
import io.deficitwatch.metrics.forecast.Series;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Picks how a series is continued: by a fitted model where there is enough of it, else simply. */
@ApplicationScoped
public class ChooseModel {
  /** Fewer say nothing of how much the series moves. */
  public static final int LEAST_OBSERVATIONS = 3;

  private final Forecaster forecaster;
  private final ForecastModel simple;
  private final ForecastModel straight = new StraightOn();

  public ChooseModel(Forecaster forecaster, PathSimulation simulation) {
    this.forecaster = forecaster;
    this.simple = new SpacedRandomWalk(simulation);
  }

  /** Empty only with fewer than {@value #LEAST_OBSERVATIONS} observations. */
  Optional<Path> project(List<Observed> observed, int periods) {
    if (observed.size() < LEAST_OBSERVATIONS) {
      return Optional.empty();
    }
    if (StraightOn.isStraight(observed)) {
      return straight.forecast(observed, periods);
    }
    List<Observed> unbroken = unbrokenTail(observed);
    Frequency frequency = observed.getLast().period().frequency();
    Optional<Path> modelled =
        unbroken.size() >= enoughFor(frequency) ? forecast(unbroken, periods) : Optional.empty();
    return modelled
        .or(() -> simple.forecast(observed, periods))
        .or(() -> straight.forecast(observed, periods));
  }

  private Optional<Path> forecast(List<Observed> observed, int periods) {
    TimePeriod first = observed.getFirst().period();
    TimePeriod last = observed.getLast().period();
    double[] values = observed.stream().mapToDouble(one -> one.value().doubleValue()).toArray();
    return forecaster
        .forecast(new Series(first.firstMonth(), first.frequency().months(), values), periods)
        .map(
            made ->
                new Path(
                    new Method(
                        made.method(),
                        "%s, fitted to %d values from %s to %s."
                            .formatted(made.description(), values.length, first, last),
                        values.length),
                    ProjectedPoints.after(observed, made.point(), made.paths()),
                    made.paths()));
  }

  /** The observations since the last gap. */
  private static List<Observed> unbrokenTail(List<Observed> observed) {
    int from = observed.size() - 1;
    while (from > 0
        && observed.get(from - 1).period().plus(1).equals(observed.get(from).period())) {
      from--;
    }
    return observed.subList(from, observed.size());
  }

  // Three seasons and more for a seasonal model, ten points for one without
  private static int enoughFor(Frequency frequency) {
    return switch (frequency) {
      case M -> 36;
      case Q -> 16;
      case D, S, FS, A, FY, T12M, YTD -> 10;
    };
  }
}
