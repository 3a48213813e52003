package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Optional;

/**
 * The periods that a request asks for, both ends included; an empty end is open. An end of another
 * frequency stands for its months, as in SDMX: 2024 takes in 2024-01 to 2024-12.
 */
record PeriodRange(Optional<TimePeriod> start, Optional<TimePeriod> end) {
  boolean contains(TimePeriod period) {
    return start.filter(first -> first.firstMonth().isAfter(period.firstMonth())).isEmpty()
        && end.filter(last -> last.lastMonth().isBefore(period.lastMonth())).isEmpty();
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
