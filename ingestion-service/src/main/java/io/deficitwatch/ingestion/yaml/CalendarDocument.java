package io.deficitwatch.ingestion.yaml;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.calendar.Announcement;
import io.deficitwatch.ingestion.calendar.DataflowCalendar;
import io.deficitwatch.ingestion.calendar.DataflowCalendar.Edition;
import io.deficitwatch.ingestion.calendar.DataflowCalendar.Office;
import io.deficitwatch.ingestion.calendar.ReleaseDay;
import io.deficitwatch.ingestion.calendar.ReleaseRule;
import io.deficitwatch.ingestion.calendar.ReleaseRule.Awaited;
import io.deficitwatch.ingestion.calendar.ReleaseRule.Reach;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** One file of the calendar. */
record CalendarDocument(
    DataflowRef dataflow,
    Office office,
    Edition edition,
    List<Rule> releases,
    List<Announced> announced) {

  /**
   * One kind of release. Of businessDay and sameDayAs it has one or none: then its days are only
   * known when they are announced.
   *
   * @param awaited ALWAYS unless it says otherwise
   */
  record Rule(
      String id,
      Stage stage,
      LocalizedText title,
      Frequency covers,
      int monthsAfter,
      Optional<Integer> businessDay,
      Optional<String> sameDayAs,
      Optional<Awaited> awaited) {
    ReleaseRule toRule() {
      return new ReleaseRule(
          id, stage, title, new Reach(covers, monthsAfter), day(), awaited.orElse(Awaited.ALWAYS));
    }

    private ReleaseDay day() {
      if (businessDay.isPresent() && sameDayAs.isPresent()) {
        throw new IllegalArgumentException(id + " has both businessDay and sameDayAs");
      }
      return businessDay
          .<ReleaseDay>map(ReleaseDay.BusinessDay::new)
          .or(() -> sameDayAs.map(ReleaseDay.SameDayAs::new))
          .orElseGet(ReleaseDay.Announced::new);
    }
  }

  /** What was said of one release. */
  record Announced(
      String release,
      TimePeriod covers,
      LocalDate day,
      Optional<LocalTime> time,
      LocalDate announcedOn,
      Optional<URI> source) {
    Announcement toAnnouncement() {
      return new Announcement(release, covers, day, time, announcedOn, source);
    }
  }

  /** What an operator adds from outside, in the order in which it was said. */
  record Overrides(List<Dates> dataflows) {
    /** Those of one dataflow. */
    record Dates(DataflowRef dataflow, List<Announced> announced) {}
  }

  DataflowCalendar toCalendar() {
    return new DataflowCalendar(
        dataflow,
        office,
        edition,
        releases.stream().map(Rule::toRule).toList(),
        announced.stream().map(Announced::toAnnouncement).toList());
  }
}
