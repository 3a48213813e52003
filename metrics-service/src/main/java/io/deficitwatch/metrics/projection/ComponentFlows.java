package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.Component;
import io.deficitwatch.metrics.indicator.Sum;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.StoredObservation;
import io.deficitwatch.metrics.observation.VintageReader;
import io.deficitwatch.metrics.projection.ProjectedComponent.Flow;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the flows of a component came to in the periods of a sum, as now known. */
final class ComponentFlows {
  private final Sum sum;
  private final VintageReader observations;

  ComponentFlows(Sum sum, VintageReader observations) {
    this.sum = sum;
    this.observations = observations;
  }

  /**
   * The balance of each period, and credit and debit where both are known as long.
   *
   * @return empty if the balance is not known to the last of the periods, or for too few of them
   */
  Map<Flow, List<Observed>> of(Component component, List<TimePeriod> periods) {
    Map<TimePeriod, BigDecimal> net = values(component.net());
    Map<TimePeriod, BigDecimal> in = values(component.credit());
    Map<TimePeriod, BigDecimal> out = values(component.debit());
    Map<Flow, List<Observed>> flows = new EnumMap<>(Flow.class);
    add(flows, Flow.BALANCE, periods, part -> balance(component, net, in, out, part));
    add(flows, Flow.CREDIT, periods, part -> Optional.ofNullable(in.get(part)));
    add(flows, Flow.DEBIT, periods, part -> Optional.ofNullable(out.get(part)));
    if (!flows.containsKey(Flow.CREDIT) || !flows.containsKey(Flow.DEBIT)) {
      flows.remove(Flow.CREDIT);
      flows.remove(Flow.DEBIT);
    }
    return flows.containsKey(Flow.BALANCE) ? flows : Map.of();
  }

  // As the component itself reads: the published net balance, else credit minus debit
  private static Optional<BigDecimal> balance(
      Component component,
      Map<TimePeriod, BigDecimal> net,
      Map<TimePeriod, BigDecimal> in,
      Map<TimePeriod, BigDecimal> out,
      TimePeriod part) {
    if (net.containsKey(part)) {
      return Optional.of(net.get(part));
    }
    Optional<BigDecimal> credit = Optional.ofNullable(in.get(part));
    Optional<BigDecimal> debit = Optional.ofNullable(out.get(part));
    if (component.debit().isEmpty()) {
      return credit;
    }
    return component.credit().isEmpty()
        ? debit.map(BigDecimal::negate)
        : credit.flatMap(one -> debit.map(one::subtract));
  }

  private void add(
      Map<Flow, List<Observed>> flows,
      Flow flow,
      List<TimePeriod> periods,
      Function<TimePeriod, Optional<BigDecimal>> ofPart) {
    List<Observed> observed =
        periods.stream().flatMap(period -> total(period, ofPart).stream()).toList();
    if (observed.size() >= ChooseModel.LEAST_OBSERVATIONS
        && observed.getLast().period().equals(periods.getLast())) {
      flows.put(flow, observed);
    }
  }

  private Optional<Observed> total(
      TimePeriod period, Function<TimePeriod, Optional<BigDecimal>> ofPart) {
    List<Optional<BigDecimal>> parts = sum.parts(period).map(ofPart).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            new Observed(
                period,
                parts.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add)))
        : Optional.empty();
  }

  private Map<TimePeriod, BigDecimal> values(Optional<SeriesRef> series) {
    Map<TimePeriod, BigDecimal> values = new HashMap<>();
    Stream<StoredObservation> rows =
        series.flatMap(one -> observations.findSeries(one, Optional.empty())).stream()
            .flatMap(vintage -> vintage.latest().observations().stream());
    rows.forEach(row -> row.value().ifPresent(value -> values.put(row.period(), value)));
    return values;
  }
}
