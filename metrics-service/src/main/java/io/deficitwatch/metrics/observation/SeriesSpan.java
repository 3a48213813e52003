package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Optional;

/** A stretch of a series, both ends included; an empty end is open. */
public record SeriesSpan(SeriesRef series, Optional<TimePeriod> from, Optional<TimePeriod> to) {
  /** The least stretch of the series that holds both; an open end stays open. */
  public SeriesSpan outer(SeriesSpan other) {
    return new SeriesSpan(
        series,
        from.flatMap(mine -> other.from.map(its -> mine.compareTo(its) <= 0 ? mine : its)),
        to.flatMap(mine -> other.to.map(its -> mine.compareTo(its) >= 0 ? mine : its)));
  }
}
