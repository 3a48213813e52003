package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * What a release may say at most. {@code 1e999999999} is a valid number of twelve characters and
 * would fill the memory; sums of 40 digits still fit the 100 that readers of our events take.
 */
final class Plausible {
  private static final int MOST_DIGITS = 40;
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2999;

  private Plausible() {}

  static void require(ReleasePublished release) {
    for (ReleasePublished.Series series : release.series()) {
      Stream.of(series.coverage().from(), series.coverage().to())
          .flatMap(end -> end.stream())
          .forEach(end -> require(hasPlausibleYear(end), series, end.toString()));
      for (Observation observation : series.observations()) {
        String period = observation.period().toString();
        require(hasPlausibleYear(observation.period()), series, period);
        require(
            observation.value().filter(value -> !isPlausible(value)).isEmpty(),
            series,
            "the value of " + period);
      }
    }
  }

  private static boolean hasPlausibleYear(TimePeriod period) {
    return period.year() >= FIRST_YEAR && period.year() <= LAST_YEAR;
  }

  private static boolean isPlausible(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    long wholeDigits = (long) stripped.precision() - stripped.scale();
    return wholeDigits <= MOST_DIGITS && stripped.scale() <= MOST_DIGITS;
  }

  private static void require(boolean holds, ReleasePublished.Series series, String found) {
    if (!holds) {
      throw new UnfitReleaseException(
          UnfitReleaseException.Reason.OUT_OF_RANGE, "series " + series.key() + ": " + found);
    }
  }
}
