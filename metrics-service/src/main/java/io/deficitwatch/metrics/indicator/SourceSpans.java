package io.deficitwatch.metrics.indicator;

import static java.util.Comparator.naturalOrder;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesSpan;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of which series is needed to rebuild some periods; each series is named once. */
final class SourceSpans {
  private SourceSpans() {}

  static Collection<SeriesSpan> of(Map<IndicatorDefinition, SortedSet<TimePeriod>> affected) {
    return affected.entrySet().stream()
        .flatMap(entry -> of(entry.getKey(), entry.getValue()))
        .collect(Collectors.toMap(SeriesSpan::series, Function.identity(), SourceSpans::outer))
        .values();
  }

  private static SeriesSpan outer(SeriesSpan one, SeriesSpan other) {
    return new SeriesSpan(
        one.series(),
        Stream.of(one, other).flatMap(span -> span.from().stream()).min(naturalOrder()),
        Stream.of(one, other).flatMap(span -> span.to().stream()).max(naturalOrder()));
  }

  private static Stream<SeriesSpan> of(
      IndicatorDefinition definition, SortedSet<TimePeriod> periods) {
    YearMonth first =
        periods.stream().map(TimePeriod::firstMonth).min(YearMonth::compareTo).orElseThrow();
    YearMonth last = periods.last().lastMonth();
    return Stream.concat(
        definition.componentSeries().stream().map(series -> span(series, Frequency.M, first, last)),
        definition.publishedTotals().stream()
            .map(total -> span(total.series(), total.frequency(), first, last)));
  }

  private static SeriesSpan span(
      SeriesRef series, Frequency frequency, YearMonth first, YearMonth last) {
    return new SeriesSpan(
        series,
        Optional.of(TimePeriod.containing(first, frequency)),
        Optional.of(TimePeriod.containing(last, frequency)));
  }
}
