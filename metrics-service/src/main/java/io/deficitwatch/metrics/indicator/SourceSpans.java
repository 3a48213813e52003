package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesSpan;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** How much of which series is needed to rebuild some periods. */
final class SourceSpans {
  private SourceSpans() {}

  static List<SeriesSpan> of(IndicatorDefinition definition, SortedSet<TimePeriod> periods) {
    YearMonth first =
        periods.stream().map(TimePeriod::firstMonth).min(YearMonth::compareTo).orElseThrow();
    YearMonth last = periods.last().lastMonth();
    return Stream.concat(
            definition.componentSeries().stream()
                .map(series -> span(series, Frequency.M, first, last)),
            definition.publishedTotals().stream()
                .map(total -> span(total.series(), total.frequency(), first, last)))
        .toList();
  }

  private static SeriesSpan span(
      SeriesRef series, Frequency frequency, YearMonth first, YearMonth last) {
    return new SeriesSpan(
        series,
        Optional.of(TimePeriod.containing(first, frequency)),
        Optional.of(TimePeriod.containing(last, frequency)));
  }
}
