package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.value.Frequency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Picks how a series is continued: by a fitted model where there is enough of it, else simply. */
@ApplicationScoped
public class ChooseModel {
  /** Fewer say nothing of how much the series moves. */
  public static final int LEAST_OBSERVATIONS = 3;

  private final ForecastModel fitted;
  private final ForecastModel simple;
  private final ForecastModel last = new LastValue();

  public ChooseModel(ForecastModel fitted, StudentQuantile studentQuantile) {
    this.fitted = fitted;
    this.simple = new SpacedRandomWalk(studentQuantile);
  }

  /** Empty only with fewer than {@value #LEAST_OBSERVATIONS} observations. */
  Optional<Path> project(List<Observed> observed, int periods) {
    if (observed.size() < LEAST_OBSERVATIONS) {
      return Optional.empty();
    }
    List<Observed> unbroken = unbrokenTail(observed);
    Frequency frequency = observed.getLast().period().frequency();
    Optional<Path> modelled =
        unbroken.size() >= enoughFor(frequency)
            ? fitted.forecast(unbroken, periods)
            : Optional.empty();
    return modelled
        .or(() -> simple.forecast(observed, periods))
        .or(() -> last.forecast(observed, periods));
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
