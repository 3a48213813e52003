package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.ChangedPeriod;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which periods of an indicator a change of its series reaches. */
final class AffectedPeriods {
  private AffectedPeriods() {}

  static SortedSet<TimePeriod> of(
      IndicatorDefinition definition, Collection<ChangedPeriod> changed) {
    Set<SeriesRef> summed = definition.componentSeries();
    Set<SeriesRef> all = definition.allSeries();
    return changed.stream()
        .filter(change -> all.contains(change.series()))
        .map(change -> new Reached(change.period(), summed.contains(change.series())))
        .distinct()
        .flatMap(Reached::periods)
        .filter(period -> !period.firstMonth().isBefore(definition.scope().validFrom()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private record Reached(TimePeriod period, boolean summed) {
    Stream<TimePeriod> periods() {
      return summed
          ? Frequency.ofIndicators().stream().flatMap(this::periodsWith)
          : Stream.of(period);
    }

    /** A month is in one period of each frequency, and in several rolling ones. */
    private Stream<TimePeriod> periodsWith(Frequency frequency) {
      YearMonth month = period.lastMonth();
      return Stream.iterate(
          TimePeriod.containing(month, frequency),
          next -> next.contains(month),
          next -> next.plus(1));
    }
  }
}
