package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Run;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.UnfitReleaseException.Reason;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Puts a series that was cut over several parts together again, and checks what it says. */
final class SeriesPieces {
  private SeriesPieces() {}

  static Series join(Series one, Series other) {
    require(
        one.coverage().equals(other.coverage()), Reason.DISAGREEING_PARTS, one, other.coverage());
    return new Series(
        one.key(),
        one.sourceCode(),
        one.unitMultiplier(),
        one.coverage(),
        Stream.of(one.observations(), other.observations()).flatMap(Collection::stream).toList());
  }

  static Series checked(Series series) {
    Set<Frequency> frequencies = EnumSet.noneOf(Frequency.class);
    Set<TimePeriod> periods = new HashSet<>();
    for (Observation observation : series.observations()) {
      TimePeriod period = observation.period();
      frequencies.add(period.frequency());
      require(periods.add(period), Reason.REPEATED_PERIOD, series, period);
      require(series.coverage().covers(period), Reason.OUTSIDE_COVERAGE, series, period);
    }
    series.coverage().from().ifPresent(from -> frequencies.add(from.frequency()));
    series.coverage().to().ifPresent(to -> frequencies.add(to.frequency()));
    exceptions(series.coverage()).forEach(run -> frequencies.add(run.from().frequency()));
    exceptions(series.coverage()).forEach(run -> frequencies.add(run.to().frequency()));
    require(frequencies.size() <= 1, Reason.MIXED_FREQUENCIES, series, frequencies);
    return new Series(
        series.key(),
        series.sourceCode(),
        series.unitMultiplier(),
        series.coverage(),
        series.observations().stream().map(SeriesPieces::canonical).toList());
  }

  private static Stream<Run> exceptions(Coverage coverage) {
    return coverage.except().stream().flatMap(List::stream);
  }

  // 1.50 and 1.5 are one value: the row must not depend on who stated it first
  private static Observation canonical(Observation observation) {
    return new Observation(
        observation.period(), observation.value().map(PlainDecimal::of), observation.status());
  }

  private static void require(boolean holds, Reason reason, Series series, Object found) {
    if (!holds) {
      throw new UnfitReleaseException(reason, "series " + series.key() + ": " + found);
    }
  }
}
