package io.deficitwatch.metrics.transform;

import io.deficitwatch.metrics.observation.SeriesRef;

/**
 * A series of monthly average rates.
 *
 * @param currency what is counted, ISO 4217
 * @param denominator what it is counted for: units of {@code currency} for one of these
 */
public record ExchangeRate(SeriesRef series, String currency, String denominator) {
  /** Whether amounts of one of the two currencies become amounts of the other by it. */
  boolean links(String from, String to) {
    return currency.equals(from) && denominator.equals(to)
        || currency.equals(to) && denominator.equals(from);
  }
}
