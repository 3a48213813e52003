package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.SeriesKey;
import java.util.List;
import java.util.Optional;

/**
 * Some of many series.
 *
 * @param series those that had figures in the span, in the order of their keys
 * @param next the last key that was looked at; empty if there are no more
 */
public record SeriesPage(List<SeriesVintage> series, Optional<SeriesKey> next) {
  public SeriesPage {
    series = List.copyOf(series);
  }
}
