package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Optional;

/**
 * The periods that a request asks for, both ends included; an empty end is open. An end of another
 * frequency stands for its months, as in SDMX: 2024 takes in 2024-01 to 2024-12.
 */
record PeriodRange(Optional<TimePeriod> start, Optional<TimePeriod> end) {
  boolean contains(TimePeriod period) {
    return start.filter(first -> beginsBefore(period, first)).isEmpty()
        && end.filter(last -> last.lastMonth().isBefore(period.lastMonth())).isEmpty();
  }

  // All years to date begin in January: among one frequency the order decides
  private static boolean beginsBefore(TimePeriod period, TimePeriod first) {
    return period.frequency() == first.frequency()
        ? period.compareTo(first) < 0
        : period.firstMonth().isBefore(first.firstMonth());
  }

  boolean isReversed() {
    return start.flatMap(first -> end.filter(last -> isBefore(last, first))).isPresent();
  }

  private static boolean isBefore(TimePeriod last, TimePeriod first) {
    return last.frequency() == first.frequency()
        ? last.compareTo(first) < 0
        : last.lastMonth().isBefore(first.firstMonth());
  }
}
