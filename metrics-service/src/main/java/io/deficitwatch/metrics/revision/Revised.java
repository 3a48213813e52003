package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.metrics.indicator.Formula;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.Ratio;
import io.deficitwatch.metrics.indicator.Sum;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something whose figures are revised. */
public sealed interface Revised {
  /** The series whose releases speak for a figure of this basis. */
  Set<SeriesRef> seriesOf(Optional<Basis> basis);

  /** All series whose releases speak for a figure. */
  Set<SeriesRef> allSeries();

  /** A series as released. */
  record OfSeries(SeriesRef series) implements Revised {
    @Override
    public Set<SeriesRef> seriesOf(Optional<Basis> basis) {
      return Set.of(series);
    }

    @Override
    public Set<SeriesRef> allSeries() {
      return Set.of(series);
    }
  }

  /** An indicator at one frequency. */
  record OfIndicator(IndicatorRef ref, Map<Basis, Set<SeriesRef>> series) implements Revised {
    public OfIndicator {
      series = Map.copyOf(series);
    }

    public static OfIndicator of(IndicatorDefinition definition, Frequency frequency) {
      Map<Basis, Set<SeriesRef>> series = new EnumMap<>(Basis.class);
      for (Basis basis : Basis.values()) {
        series.put(
            basis, series(definition.formula(), frequency, basis).collect(Collectors.toSet()));
      }
      return new OfIndicator(definition.ref(frequency), series);
    }

    // A ratio is of components only if both sides are: else either side may be either
    private static Stream<SeriesRef> series(Formula formula, Frequency frequency, Basis basis) {
      return switch (formula) {
        case Sum sum ->
            switch (basis) {
              case COMPONENTS -> sum.components().stream().flatMap(one -> one.allSeries());
              case PUBLISHED_TOTAL ->
                  sum.publishedTotals().stream()
                      .filter(total -> total.frequency() == frequency)
                      .map(Sum.PublishedTotal::series);
            };
        case Ratio ratio ->
            Stream.of(ratio.numerator(), ratio.denominator())
                .flatMap(
                    side ->
                        Stream.of(Basis.values())
                            .filter(one -> one == basis || basis == Basis.PUBLISHED_TOTAL)
                            .flatMap(one -> series(side.formula(), frequency, one)));
      };
    }

    @Override
    public Set<SeriesRef> seriesOf(Optional<Basis> basis) {
      return basis.map(one -> series.getOrDefault(one, Set.of())).orElse(Set.of());
    }

    @Override
    public Set<SeriesRef> allSeries() {
      return series.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
  }
}
