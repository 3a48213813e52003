package io.deficitwatch.metrics.transform;

import io.deficitwatch.metrics.indicator.Reading;

/**
 * Out of one currency into another at the mean of the monthly average rates of a period. Amounts
 * are rounded to two decimals.
 *
 * @param to ISO 4217
 */
public record Conversion(ExchangeRate rate, String to) {
  private static final int DECIMALS = 2;

  Reading apply(Reading amount, Reading averageRate) {
    boolean intoCounted = rate.currency().equals(to);
    Reading converted =
        intoCounted && averageRate.value().isPresent()
            ? amount.times(averageRate.value().get())
            : amount.over(averageRate);
    return averageRate.value().isEmpty() ? Reading.NONE : converted.rounded(DECIMALS);
  }
}
