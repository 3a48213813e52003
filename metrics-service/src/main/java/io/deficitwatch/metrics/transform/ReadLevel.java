package io.deficitwatch.metrics.transform;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.CombinedHistory;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import io.deficitwatch.metrics.observation.SeriesSpan;
import io.deficitwatch.metrics.observation.VintageReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads values with the running period, in the currency asked for, at every vintage. */
@ApplicationScoped
class ReadLevel {
  private final IndicatorValueStore values;
  private final VintageReader vintages;
  private final RateCatalogue rates;

  ReadLevel(IndicatorValueStore values, VintageReader vintages, RateCatalogue rates) {
    this.values = values;
    this.vintages = vintages;
    this.rates = rates;
  }

  /**
   * @param currency empty for the unit of the definition
   */
  Level read(
      IndicatorDefinition definition,
      Frequency frequency,
      Optional<Instant> asOf,
      boolean partial,
      Optional<String> currency) {
    SortedMap<TimePeriod, IndicatorHistory> histories = histories(definition, frequency, asOf);
    List<IndicatorHistory> own = List.copyOf(histories.values());
    Map<TimePeriod, List<YearMonth>> running = new HashMap<>();
    if (partial) {
      PartialPeriods.running(frequency, histories(definition, Frequency.M, asOf))
          .filter(found -> !histories.containsKey(found.history().period()))
          .ifPresent(
              found -> {
                histories.put(found.history().period(), found.history());
                running.put(found.history().period(), found.months());
              });
    }
    Map<TimePeriod, Integer> monthsKnown =
        running.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().size()));
    Level level = new Level(own, histories, Optional.empty(), Map.of(), monthsKnown);
    String unit = definition.scope().unit();
    return currency
        .filter(to -> !to.equals(unit))
        .map(to -> converted(level, conversion(unit, to), running, asOf))
        .orElse(level);
  }

  private SortedMap<TimePeriod, IndicatorHistory> histories(
      IndicatorDefinition definition, Frequency frequency, Optional<Instant> asOf) {
    SortedMap<TimePeriod, IndicatorHistory> histories =
        new TreeMap<>(values.list(definition.ref(frequency)));
    asOf.ifPresent(moment -> histories.replaceAll((_, history) -> history.asOf(moment)));
    histories.values().removeIf(history -> history.figures().isEmpty());
    return histories;
  }

  private Conversion conversion(String from, String to) {
    return rates.list().stream()
        .filter(rate -> rate.links(from, to))
        .map(rate -> new Conversion(rate, to))
        .findFirst()
        .orElseThrow(
            () ->
                new UnfitViewException(
                    "unit",
                    "no rate between %s and %.20s; there are: %s".formatted(from, to, pairs())));
  }

  private String pairs() {
    return rates.list().stream()
        .map(rate -> rate.currency() + " and " + rate.denominator())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Level converted(
      Level level,
      Conversion conversion,
      Map<TimePeriod, List<YearMonth>> running,
      Optional<Instant> asOf) {
    var series = conversion.rate().series();
    AverageRates averages =
        new AverageRates(
            vintages
                .listHistories(List.of(new SeriesSpan(series, Optional.empty(), Optional.empty())))
                .getOrDefault(series, List.of()));
    SortedMap<TimePeriod, IndicatorHistory> converted = new TreeMap<>();
    Map<TimePeriod, IndicatorHistory> used = new HashMap<>();
    level
        .histories()
        .forEach(
            (period, amounts) -> {
              IndicatorHistory every =
                  averages.of(period, running.getOrDefault(period, period.months().toList()));
              IndicatorHistory rate = asOf.map(every::asOf).orElse(every);
              IndicatorHistory history =
                  CombinedHistory.of(
                      period,
                      List.of(amounts, rate),
                      sides -> conversion.apply(sides.getFirst(), sides.getLast()));
              if (!history.figures().isEmpty()) {
                converted.put(period, history);
                used.put(period, rate);
              }
            });
    return new Level(level.own(), converted, Optional.of(conversion), used, level.monthsKnown());
  }
}
