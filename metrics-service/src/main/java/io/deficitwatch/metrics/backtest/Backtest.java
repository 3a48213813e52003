package io.deficitwatch.metrics.backtest;

import io.deficitwatch.metrics.backtest.HorizonErrors.Held;
import io.deficitwatch.metrics.backtest.HorizonErrors.Made;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How projections would have done.
 *
 * @param origins the projections that would have been made, in order
 * @param passedOver releases before them that were left out, because they are many
 */
public record Backtest(Basis basis, Truth truth, List<Origin> origins, int passedOver) {
  public Backtest {
    origins = List.copyOf(origins);
  }

  /** Errors by how far ahead. */
  public List<HorizonErrors> horizons() {
    return origins.stream()
        .flatMap(origin -> origin.steps().stream().map(step -> new Made(step, origin.lastValue())))
        .collect(
            Collectors.groupingBy(made -> made.step().step(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> HorizonErrors.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** How often intervals held, whatever their step; empty without any. */
  public Optional<Held> calibration() {
    List<Origin.Step> all = origins.stream().flatMap(origin -> origin.steps().stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Held.of(all));
  }
}
