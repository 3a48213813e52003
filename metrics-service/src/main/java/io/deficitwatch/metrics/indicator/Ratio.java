package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.ChangedPeriod;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesSpan;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One indicator divided by another, period by period: of a year the ratio of the sums, not the mean
 * of monthly ratios. It has no value where the denominator is zero.
 *
 * @param sign 1, or -1 where a deficit is to count as a positive share
 */
public record Ratio(IndicatorDefinition numerator, IndicatorDefinition denominator, int sign)
    implements Formula {
  @Override
  public List<Frequency> frequencies() {
    return numerator.formula().frequencies().stream()
        .filter(denominator.formula().frequencies()::contains)
        .toList();
  }

  @Override
  public List<String> parts() {
    return List.of(numerator.id(), denominator.id());
  }

  @Override
  public Set<SeriesRef> allSeries() {
    return sides().flatMap(side -> side.formula().allSeries().stream()).collect(Collectors.toSet());
  }

  @Override
  public Set<TimePeriod> reachedBy(Collection<ChangedPeriod> changed) {
    List<Frequency> frequencies = frequencies();
    Set<TimePeriod> reached = new HashSet<>();
    sides().forEach(side -> reached.addAll(side.formula().reachedBy(changed)));
    reached.removeIf(period -> !frequencies.contains(period.frequency()));
    return reached;
  }

  @Override
  public Stream<SeriesSpan> spans(YearMonth first, YearMonth last) {
    return sides().flatMap(side -> side.formula().spans(first, last));
  }

  @Override
  public Rebuild rebuild(Sources sources) {
    return new RatioHistories(
        numerator.formula().rebuild(sources), denominator.formula().rebuild(sources), sign);
  }

  @Override
  public Ratio in(String refArea) {
    return new Ratio(numerator.in(refArea), denominator.in(refArea), sign);
  }

  private Stream<IndicatorDefinition> sides() {
    return Stream.of(numerator, denominator);
  }
}
