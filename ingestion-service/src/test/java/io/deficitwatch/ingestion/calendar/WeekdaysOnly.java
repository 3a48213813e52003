package io.deficitwatch.ingestion.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** A country without holidays. */
public final class WeekdaysOnly implements BusinessDays {
  @Override
  public boolean knows(String country) {
    return true;
  }

  @Override
  public boolean isBusinessDay(String country, LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }
}
