package io.deficitwatch.ingestion.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;

/** The days on which a country's publishers work. */
public interface BusinessDays {
  /** Whether anything is known of the country. */
  boolean knows(String country);

  /**
   * @param country ISO 3166 alpha-2, as in {@code JP}; {@code EU} for what pays in euro
   */
  boolean isBusinessDay(String country, LocalDate day);

  /**
   * The business day of that number in the month.
   *
   * @param number from 1; -1 is the last
   * @throws IllegalArgumentException if the month has fewer
   */
  default LocalDate nth(String country, YearMonth month, int number) {
    int step = Integer.signum(number);
    return Stream.iterate(
            step > 0 ? month.atDay(1) : month.atEndOfMonth(),
            day -> YearMonth.from(day).equals(month),
            day -> day.plusDays(step))
        .filter(day -> isBusinessDay(country, day))
        .skip(Math.abs(number) - 1L)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(month + " has no business day " + number));
  }
}
