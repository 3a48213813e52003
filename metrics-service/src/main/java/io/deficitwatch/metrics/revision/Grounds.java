package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.Component;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.Ratio;
import io.deficitwatch.metrics.indicator.Sum;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.StoredObservation;
import io.deficitwatch.metrics.revision.Provenance.Check;
import io.deficitwatch.metrics.revision.Provenance.Ground;
import io.deficitwatch.metrics.revision.Provenance.Item;
import io.deficitwatch.metrics.revision.Provenance.Used;
import io.deficitwatch.metrics.revision.Provenance.Used.ObservedFlow;
import io.deficitwatch.metrics.revision.Provenance.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Works values out once more from the observations as of a moment, apart from how indicators are
 * computed: so that their agreement says something.
 */
final class Grounds {
  private static final MathContext RATIO = new MathContext(12, RoundingMode.HALF_EVEN);

  private final Map<SeriesRef, Map<TimePeriod, StoredObservation>> observations = new HashMap<>();

  /**
   * @param histories in order of period and vintage
   */
  Grounds(Map<SeriesRef, List<StoredObservation>> histories, Instant asOf) {
    histories.forEach(
        (series, rows) ->
            rows.stream()
                .filter(row -> !row.known().releasedAt().isAfter(asOf))
                .forEach(
                    row ->
                        observations
                            .computeIfAbsent(series, _ -> new HashMap<>())
                            .put(row.period(), row)));
  }

  /** The figure, with what it was made of. */
  Value of(IndicatorDefinition definition, TimePeriod period, Optional<IndicatorFigure> figure) {
    Optional<BigDecimal> value = figure.flatMap(IndicatorFigure::value);
    return switch (definition.formula()) {
      case Sum sum -> {
        boolean total = figure.filter(now -> now.basis() == Basis.PUBLISHED_TOTAL).isPresent();
        Ground ground = total ? total(sum, period) : components(sum, period);
        yield new Value(definition, period, figure, ground, Check.of(worth(ground), value));
      }
      case Ratio ratio -> {
        Ground ground =
            new Ground.Division(
                side(ratio.numerator(), period), side(ratio.denominator(), period), ratio.sign());
        yield new Value(definition, period, figure, ground, Check.of(worth(ground), value));
      }
    };
  }

  // The side of a ratio is worked out here: its own indicator need not be kept
  private Value side(IndicatorDefinition definition, TimePeriod period) {
    if (!(definition.formula() instanceof Sum sum)) {
      return of(definition, period, Optional.empty());
    }
    Ground components = components(sum, period);
    Ground ground = worth(components).isPresent() ? components : total(sum, period);
    Optional<BigDecimal> worth = worth(ground);
    return new Value(
        definition, period, Optional.empty(), ground, new Check(worth, worth.isPresent()));
  }

  private Ground.Components components(Sum sum, TimePeriod period) {
    return new Ground.Components(
        sum.parts(period)
            .flatMap(
                part ->
                    sum.components().stream()
                        .filter(component -> component.holdsFor(part))
                        .map(component -> item(component, part)))
            .toList());
  }

  private Item item(Component component, TimePeriod part) {
    Optional<Used> net = used(ObservedFlow.NET, component.net(), part);
    boolean published = net.filter(Grounds::hasValue).isPresent();
    List<Used> used =
        published
            ? net.stream().toList()
            : Stream.of(
                    used(ObservedFlow.CREDIT, component.credit(), part),
                    used(ObservedFlow.DEBIT, component.debit(), part))
                .flatMap(Optional::stream)
                .toList();
    long needed =
        published
            ? 1
            : Stream.of(component.credit(), component.debit()).flatMap(Optional::stream).count();
    Optional<BigDecimal> flow =
        used.size() == needed && needed > 0 && used.stream().allMatch(Grounds::hasValue)
            ? used.stream().map(Grounds::signed).reduce(BigDecimal::add)
            : Optional.empty();
    return new Item(
        component.id(),
        component.sign(),
        part,
        flow.map(amount -> component.sign() < 0 ? amount.negate() : amount),
        used);
  }

  private Ground.Total total(Sum sum, TimePeriod period) {
    return new Ground.Total(
        sum.publishedTotals().stream()
            .filter(total -> total.frequency() == period.frequency())
            .findFirst()
            .flatMap(total -> used(ObservedFlow.TOTAL, Optional.of(total.series()), period)));
  }

  private Optional<Used> used(ObservedFlow flow, Optional<SeriesRef> series, TimePeriod period) {
    return series.flatMap(
        ref ->
            Optional.ofNullable(observations.getOrDefault(ref, Map.of()).get(period))
                .map(row -> new Used(flow, ref, row)));
  }

  private static boolean hasValue(Used used) {
    return used.observation().value().isPresent();
  }

  private static BigDecimal signed(Used used) {
    BigDecimal amount = used.observation().value().orElseThrow();
    return used.flow() == ObservedFlow.DEBIT ? amount.negate() : amount;
  }

  private static Optional<BigDecimal> worth(Ground ground) {
    return switch (ground) {
      case Ground.Components(var items) ->
          items.isEmpty() || items.stream().anyMatch(item -> item.contribution().isEmpty())
              ? Optional.empty()
              : items.stream()
                  .flatMap(item -> item.contribution().stream())
                  .reduce(BigDecimal::add);
      case Ground.Total(var total) -> total.flatMap(used -> used.observation().value());
      case Ground.Division(Value above, Value below, int sign) ->
          below
              .check()
              .recomputed()
              .filter(divisor -> divisor.signum() != 0)
              .flatMap(
                  divisor ->
                      above
                          .check()
                          .recomputed()
                          .map(amount -> amount.divide(divisor, RATIO))
                          .map(ratio -> sign < 0 ? ratio.negate() : ratio));
    };
  }
}
