package io.deficitwatch.ingestion.format.boj;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates as the Bank of Japan writes them: YYYYMMDD, YYYYMM, YYYYQQ, YYYYHH, YYYY. */
final class BojPeriods {
  private BojPeriods() {}

  /**
   * The frequency that the publisher names; empty for those without a {@link Frequency}, among them
   * fiscal years and halves, of which the manual does not say by which year they are called.
   */
  static Optional<Frequency> frequency(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "DAILY" -> Frequency.D;
          case "MONTHLY" -> Frequency.M;
          case "QUARTERLY" -> Frequency.Q;
          case "SEMIANNUAL" -> Frequency.S;
          case "ANNUAL" -> Frequency.A;
          default -> null;
        });
  }

  static Optional<TimePeriod> find(String date, Frequency frequency) {
    if (frequency == Frequency.D) {
      return findDay(date).map(TimePeriod::ofDay);
    }
    if (!date.matches(frequency == Frequency.A ? "\\d{4}" : "\\d{6}")) {
      return Optional.empty();
    }
    int year = Integer.parseInt(date.substring(0, 4));
    int ordinal = frequency == Frequency.A ? 1 : Integer.parseInt(date.substring(4));
    try {
      return Optional.of(new TimePeriod(frequency, year, ordinal));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** A day such as {@code 20260908}; empty, with a finding, if the text is none. */
  static Optional<LocalDate> day(String text, String place, Findings findings) {
    Optional<LocalDate> day = findDay(text);
    if (day.isEmpty()) {
      findings.add(place, QuotedText.quote(text) + " is no day, written as in 20260908");
    }
    return day;
  }

  private static Optional<LocalDate> findDay(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
