package io.deficitwatch.ingestion.calendar;

import java.util.List;

/** The calendars of all dataflows that have one. Grows by data files, not by code. */
public interface Calendars {
  List<DataflowCalendar> list();
}
