package io.deficitwatch.ingestion.format;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.Optional;

/** Dates as the Bank of Japan writes them: YYYYMM, YYYYQQ, YYYYHH, YYYY. */
final class BojPeriods {
  private BojPeriods() {}

  /**
   * The frequency that the publisher names; empty for those without a {@link Frequency}, among them
   * fiscal years and halves, of which the manual does not say by which year they are called.
   */
  static Optional<Frequency> frequency(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "MONTHLY" -> Frequency.M;
          case "QUARTERLY" -> Frequency.Q;
          case "SEMIANNUAL" -> Frequency.S;
          case "ANNUAL" -> Frequency.A;
          default -> null;
        });
  }

  static Optional<TimePeriod> find(String date, Frequency frequency) {
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
}
