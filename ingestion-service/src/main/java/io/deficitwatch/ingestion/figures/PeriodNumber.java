package io.deficitwatch.ingestion.figures;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.LocalDate;
import java.time.YearMonth;

/** Numbers the periods of a frequency one after the other. */
public final class PeriodNumber {
  private PeriodNumber() {}

  public static int of(TimePeriod period) {
    return period.frequency() == Frequency.D
        ? (int) LocalDate.ofYearDay(period.year(), period.ordinal()).toEpochDay()
        : period.year() * inAYear(period.frequency()) + period.ordinal() - 1;
  }

  public static TimePeriod period(Frequency frequency, int number) {
    if (frequency == Frequency.D) {
      return TimePeriod.ofDay(LocalDate.ofEpochDay(number));
    }
    int inAYear = inAYear(frequency);
    return new TimePeriod(
        frequency, Math.floorDiv(number, inAYear), Math.floorMod(number, inAYear) + 1);
  }

  /** Number of the last period that has begun on a day. */
  static int lastBegun(Frequency frequency, LocalDate day) {
    if (day.getYear() < SeenPeriods.FIRST_YEAR) {
      return Integer.MIN_VALUE;
    }
    YearMonth month = YearMonth.from(day);
    return of(
        switch (frequency) {
          case D -> TimePeriod.ofDay(day);
          // They are named by their last month.
          case T12M -> TimePeriod.containing(month.plusMonths(11), frequency);
          case YTD -> TimePeriod.containing(YearMonth.of(day.getYear(), 12), frequency);
          case M, Q, S, A, FY, FS -> TimePeriod.containing(month, frequency);
        });
  }

  private static int inAYear(Frequency frequency) {
    return switch (frequency) {
      case D -> throw new IllegalArgumentException("years differ in days");
      case M, T12M, YTD -> 12;
      case Q -> 4;
      case S, FS -> 2;
      case A, FY -> 1;
    };
  }
}
