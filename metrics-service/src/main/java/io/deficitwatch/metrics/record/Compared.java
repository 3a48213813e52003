package io.deficitwatch.metrics.record;

import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Which periods are compared with one another: all of a frequency, or those of one place. */
public record Compared(Frequency frequency, Optional<TimePeriod> like) {
  /** First halves with first halves, and so on. */
  public static Compared likes(TimePeriod period) {
    return new Compared(period.frequency(), Optional.of(period));
  }

  /** All periods of the frequency. */
  public static Compared all(Frequency frequency) {
    return new Compared(frequency, Optional.empty());
  }

  boolean includes(TimePeriod period) {
    return period.frequency() == frequency && like.filter(other -> !other.isLike(period)).isEmpty();
  }

  TimePeriod next(TimePeriod period) {
    return like.isPresent()
        ? new TimePeriod(frequency, period.year() + 1, period.ordinal())
        : period.plus(1);
  }

  /**
   * @param present periods with a value, at least one
   * @param validFrom first month for which there can be a value
   */
  Ranking.Coverage coverage(NavigableSet<TimePeriod> present, YearMonth validFrom) {
    TimePeriod last = present.last();
    TimePeriod from = first(last, validFrom);
    List<TimePeriod> expected =
        Stream.iterate(from, period -> period.compareTo(last) <= 0, this::next).toList();
    List<TimePeriod> missing =
        expected.stream().filter(period -> !present.contains(period)).toList();
    return new Ranking.Coverage(from, expected.size(), expected.size() - missing.size(), missing);
  }

  /** The first one that does not begin before the definition holds. */
  private TimePeriod first(TimePeriod any, YearMonth validFrom) {
    TimePeriod first =
        like.isPresent()
            ? new TimePeriod(frequency, validFrom.getYear(), any.ordinal())
            : TimePeriod.containing(validFrom, frequency);
    while (first.firstMonth().isBefore(validFrom)) {
      first = next(first);
    }
    return first;
  }
}
