package io.deficitwatch.metrics.persistence;

import java.time.YearMonth;
import java.util.Optional;

/**
 * Where the texts of all calendar periods lie that begin and end within months, by code point. A
 * year is written before its months ({@code 2024}, {@code 2024-01}), its quarters and halves after
 * them ({@code 2024-Q1}, {@code 2024-S1}): those of the last year are a stretch of their own.
 *
 * @param from first text
 * @param to first text that is not of it any more
 * @param partsFrom first text of quarters and halves of the last year
 * @param partsTo first text after them
 */
record CalendarSpan(String from, String to, String partsFrom, String partsTo) {
  /** Periods of a calendar begin with their year, all others with a letter from F on. */
  private static final String AFTER_ALL = "F";

  static CalendarSpan of(Optional<YearMonth> first, Optional<YearMonth> last) {
    String from = first.map(CalendarSpan::beginning).orElse(Sql.FIRST_PERIOD);
    return last.map(end -> new CalendarSpan(from, end + "~", year(end) + "-Q", year(end) + "-T"))
        .orElseGet(() -> new CalendarSpan(from, AFTER_ALL, AFTER_ALL, AFTER_ALL));
  }

  private static String beginning(YearMonth month) {
    return month.getMonthValue() == 1 ? year(month) : month.toString();
  }

  private static String year(YearMonth month) {
    return "%04d".formatted(month.getYear());
  }
}
