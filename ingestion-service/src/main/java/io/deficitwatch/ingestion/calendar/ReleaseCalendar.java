package io.deficitwatch.ingestion.calendar;

import io.deficitwatch.contracts.value.DataflowRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells which releases come when. */
@ApplicationScoped
public class ReleaseCalendar {
  /** Every dataflow that has releases at all has one in this time. */
  private static final Duration HORIZON = Duration.ofDays(430);

  private final Calendars calendars;
  private final BusinessDays days;

  public ReleaseCalendar(Calendars calendars, BusinessDays days) {
    this.calendars = calendars;
    this.days = days;
  }

  /** Those from one moment to before another, in order. */
  public List<ScheduledRelease> list(Optional<DataflowRef> dataflow, Instant from, Instant to) {
    return calendars.list().stream()
        .filter(calendar -> dataflow.filter(one -> !one.equals(calendar.dataflow())).isEmpty())
        .flatMap(calendar -> calendar.list(from, to, days).stream())
        .sorted(ScheduledRelease.IN_ORDER)
        .toList();
  }

  /** Dataflows whose releases are foreseen. */
  public List<DataflowRef> dataflows() {
    return calendars.list().stream().map(DataflowCalendar::dataflow).toList();
  }

  /** What should have come by now, the last of it: all that comes at that one moment. */
  public Optional<Due> lastDue(DataflowRef dataflow, Instant now) {
    List<ScheduledRelease> past = awaited(dataflow, now.minus(HORIZON), now.plusNanos(1));
    return past.isEmpty() ? Optional.empty() : Optional.of(due(past, past.getLast().at()));
  }

  /** What comes next. */
  public Optional<Due> nextDue(DataflowRef dataflow, Instant now) {
    List<ScheduledRelease> coming = awaited(dataflow, now.plusNanos(1), now.plus(HORIZON));
    return coming.isEmpty() ? Optional.empty() : Optional.of(due(coming, coming.getFirst().at()));
  }

  /** What the publisher brings out on the day in which the moment lies. */
  public List<ScheduledRelease> listOnDayOf(DataflowRef dataflow, Instant moment) {
    Duration day = Duration.ofDays(1);
    return find(dataflow).stream()
        .flatMap(
            calendar ->
                calendar.list(moment.minus(day), moment.plus(day), days).stream()
                    .filter(onDay(calendar, calendar.dayOf(moment))))
        .filter(ScheduledRelease::awaited)
        .toList();
  }

  private static Predicate<ScheduledRelease> onDay(DataflowCalendar calendar, LocalDate day) {
    return release -> calendar.dayOf(release.at()).equals(day);
  }

  private Due due(List<ScheduledRelease> releases, Instant at) {
    List<ScheduledRelease> same =
        releases.stream().filter(release -> release.at().equals(at)).toList();
    return new Due(find(same.getFirst().dataflow()).orElseThrow().startOfDay(at), at, same);
  }

  private List<ScheduledRelease> awaited(DataflowRef dataflow, Instant from, Instant to) {
    return list(Optional.of(dataflow), from, to).stream()
        .filter(ScheduledRelease::awaited)
        .toList();
  }

  private Optional<DataflowCalendar> find(DataflowRef dataflow) {
    return calendars.list().stream()
        .filter(calendar -> calendar.dataflow().equals(dataflow))
        .findFirst();
  }
}
