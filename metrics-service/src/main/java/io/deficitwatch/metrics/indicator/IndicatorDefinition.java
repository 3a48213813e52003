package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an indicator is, as data: version 2 stands beside version 1, it does not replace it.
 *
 * @param scope where and from when it holds
 * @param components the monthly series it sums
 * @param publishedTotals totals that a publisher gives, for periods whose components are not in the
 *     store
 */
public record IndicatorDefinition(
    String id,
    int version,
    Description description,
    Scope scope,
    List<Component> components,
    List<PublishedTotal> publishedTotals) {

  public IndicatorDefinition {
    components = List.copyOf(components);
    publishedTotals = List.copyOf(publishedTotals);
  }

  /**
   * @param refArea reference area of its series, SDMX CL_AREA
   * @param validFrom first month for which it can be computed; no period that begins before
   * @param unit unit of measure of its values
   */
  public record Scope(String refArea, YearMonth validFrom, String unit) {}

  /** A total as published for periods of one frequency. */
  public record PublishedTotal(Frequency frequency, SeriesRef series) {}

  public IndicatorRef ref(Frequency frequency) {
    return new IndicatorRef(id, version, scope.refArea(), frequency, scope.unit());
  }

  Set<SeriesRef> componentSeries() {
    return components.stream().flatMap(Component::allSeries).collect(Collectors.toSet());
  }

  /** Every series that a value can rest on. */
  public Set<SeriesRef> allSeries() {
    return Stream.concat(
            componentSeries().stream(), publishedTotals.stream().map(PublishedTotal::series))
        .collect(Collectors.toSet());
  }
}
