package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Optional;

/** The periods that a request asks for, both ends included; an empty end is open. */
record PeriodRange(Optional<TimePeriod> start, Optional<TimePeriod> end) {
  boolean contains(TimePeriod period) {
    return start.filter(first -> first.compareTo(period) > 0).isEmpty()
        && end.filter(last -> last.compareTo(period) < 0).isEmpty();
  }

  boolean isReversed() {
    return start.flatMap(first -> end.filter(last -> last.compareTo(first) < 0)).isPresent();
  }
}
