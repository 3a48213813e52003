package io.deficitwatch.ingestion.holiday;

import io.deficitwatch.ingestion.calendar.BusinessDays;

/** The business days that the service has, for tests of other packages. */
public final class Holidays {
  private static final BusinessDays SHIPPED = new JollydayBusinessDays();

  private Holidays() {}

  public static BusinessDays shipped() {
    return SHIPPED;
  }
}
