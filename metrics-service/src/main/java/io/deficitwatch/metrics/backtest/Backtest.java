package io.deficitwatch.metrics.backtest;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.backtest.HorizonErrors.Held;
import io.deficitwatch.metrics.backtest.HorizonErrors.Made;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How projections would have done.
 *
 * @param origins the projections that would have been made, in order
 * @param passedOver releases that were left out, because they are many
 */
public record Backtest(Basis basis, Truth truth, List<Origin> origins, int passedOver) {
  public Backtest {
    origins = List.copyOf(origins);
  }

  /**
   * One projection of each last observed period, the first one: releases that only revise project
   * the same periods from the same place again, and would count them several times.
   */
  private List<Origin> counted() {
    Map<TimePeriod, Origin> first = new LinkedHashMap<>();
    origins.forEach(origin -> first.putIfAbsent(origin.lastObserved(), origin));
    return List.copyOf(first.values());
  }

  /** Errors by how far ahead; each last observed period and step counts once. */
  public List<HorizonErrors> horizons() {
    return counted().stream()
        .flatMap(origin -> origin.steps().stream().map(step -> new Made(step, origin.lastValue())))
        .collect(
            Collectors.groupingBy(made -> made.step().step(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> HorizonErrors.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /**
   * How often intervals held, whatever their step; each last observed period and step counts once.
   * Empty without any.
   */
  public Optional<Held> calibration() {
    List<Origin.Step> all = counted().stream().flatMap(origin -> origin.steps().stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Held.of(all));
  }
}
