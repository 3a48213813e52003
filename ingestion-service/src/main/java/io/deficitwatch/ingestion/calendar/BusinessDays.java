package io.deficitwatch.ingestion.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/** The days on which a country's publishers work. */
public interface BusinessDays {
  /** Whether anything is known of the country. */
  boolean knows(String country);

  /**
   * @param country ISO 3166 alpha-2, as in {@code JP}
   */
  boolean isBusinessDay(String country, LocalDate day);

  /**
   * The business day of that number in the month.
   *
   * @param number from 1
   * @throws IllegalArgumentException if the month has fewer
   */
  default LocalDate nth(String country, YearMonth month, int number) {
    return month
        .atDay(1)
        .datesUntil(month.plusMonths(1).atDay(1))
        .filter(day -> isBusinessDay(country, day))
        .skip(number - 1L)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(month + " has no business day " + number));
  }
}
