package io.deficitwatch.ingestion.quality;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.event.ReleaseRemarks.Check;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Checks.Balance;
import io.deficitwatch.ingestion.catalogue.Checks.Total;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the series of an area are consistent with one another: credits less debits are the net,
 * parts add up to their totals. Looks only where all of them have a value.
 */
public final class IdentityCheck {
  private final CataloguedDataflow dataflow;
  private final String refArea;
  private final Remarks remarks;
  private final Map<SeriesKey, Series> series = new HashMap<>();

  public IdentityCheck(
      CataloguedDataflow dataflow, String refArea, List<Series> series, Remarks remarks) {
    this.dataflow = dataflow;
    this.refArea = refArea;
    this.remarks = remarks;
    series.forEach(one -> this.series.put(one.key(), one));
  }

  public void check() {
    dataflow.checks().balance().ifPresent(this::check);
    dataflow.checks().totals().forEach(this::check);
  }

  private void check(Balance balance) {
    for (Series net : ofCode(balance.dimension(), balance.net())) {
      Optional<Series> credit = sibling(net, balance.dimension(), balance.credit());
      Optional<Series> debit = sibling(net, balance.dimension(), balance.debit());
      if (credit.isPresent() && debit.isPresent()) {
        compare(
            net,
            List.of(credit.get(), debit.get()),
            new Expectation(Check.BALANCE, balance.tolerance(), BigDecimal.ONE.negate()),
            "credits less debits are not the net: ");
      }
    }
  }

  private void check(Total total) {
    for (Series sum : ofCode(total.dimension(), total.total())) {
      List<Series> parts =
          total.parts().stream()
              .flatMap(code -> sibling(sum, total.dimension(), code).stream())
              .toList();
      if (parts.size() == total.parts().size()) {
        compare(
            sum,
            parts,
            new Expectation(Check.TOTAL, total.tolerance(), BigDecimal.ONE),
            "%s do not add up to %s: ".formatted(String.join(", ", total.parts()), total.total()));
      }
    }
  }

  /**
   * @param sign of all terms but the first
   */
  private record Expectation(Check check, BigDecimal tolerance, BigDecimal sign) {}

  private void compare(Series found, List<Series> terms, Expectation expectation, String words) {
    List<Map<TimePeriod, BigDecimal>> values = new ArrayList<>();
    terms.forEach(term -> values.add(values(term)));
    Deviation deviation = new Deviation(expectation.tolerance());
    for (Observation observation : found.observations()) {
      TimePeriod period = observation.period();
      if (observation.value().isEmpty()
          || !values.stream().allMatch(term -> term.containsKey(period))) {
        continue;
      }
      BigDecimal expected = BigDecimal.ZERO;
      BigDecimal magnitude = observation.value().get().abs();
      for (int i = 0; i < values.size(); i++) {
        BigDecimal term = values.get(i).getOrDefault(period, BigDecimal.ZERO);
        expected = expected.add(i == 0 ? term : term.multiply(expectation.sign()));
        magnitude = magnitude.max(term.abs());
      }
      deviation.compare(period, expected, observation.value().get(), magnitude);
    }
    if (!deviation.isEmpty()) {
      remarks.add(
          refArea,
          expectation.check(),
          deviation.severity(),
          found.key(),
          deviation.worst(),
          words + deviation.words());
    }
  }

  private List<Series> ofCode(String dimension, String code) {
    int position = dataflow.positionOf(dimension);
    return series.values().stream()
        .filter(one -> one.key().codes().get(position).equals(code))
        .sorted((one, other) -> one.key().toString().compareTo(other.key().toString()))
        .toList();
  }

  private Optional<Series> sibling(Series one, String dimension, String code) {
    List<String> codes = new ArrayList<>(one.key().codes());
    codes.set(dataflow.positionOf(dimension), code);
    return Optional.ofNullable(series.get(new SeriesKey(codes)));
  }

  private static Map<TimePeriod, BigDecimal> values(Series series) {
    Map<TimePeriod, BigDecimal> values = new HashMap<>();
    for (Observation observation : series.observations()) {
      observation.value().ifPresent(value -> values.put(observation.period(), value));
    }
    return values;
  }
}
