package io.deficitwatch.ingestion.calendar;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.calendar.ScheduledRelease.Basis;
import io.deficitwatch.ingestion.calendar.ScheduledRelease.Schedule;
import io.deficitwatch.ingestion.calendar.ScheduledRelease.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the releases of one dataflow come, and what was announced of them.
 *
 * @param announcements in the order in which they were said: the last one of a release holds
 */
public record DataflowCalendar(
    DataflowRef dataflow,
    Office office,
    Edition edition,
    List<ReleaseRule> rules,
    List<Announcement> announcements) {
  /** A release that is announced comes out at most this many months off its rule. */
  private static final int MOST_MOVED = 2;

  /**
   * @throws IllegalArgumentException if these contradict one another
   */
  public DataflowCalendar {
    rules = List.copyOf(rules);
    announcements = List.copyOf(announcements);
    requireOneRuleAnId(rules);
    for (ReleaseRule rule : rules) {
      if (rule.day() instanceof ReleaseDay.SameDayAs(var other)) {
        requireLeader(find(rules, other));
      }
    }
    for (Announcement announcement : announcements) {
      requireFitting(announcement, rules);
    }
  }

  /**
   * Where and when the publisher works.
   *
   * @param country whose holidays are kept, ISO 3166 alpha-2
   * @param time the time of day of a release, unless it is announced otherwise
   */
  public record Office(String country, ZoneId zone, LocalTime time) {
    public Office {
      Objects.requireNonNull(country, "country");
      Objects.requireNonNull(zone, "zone");
      Objects.requireNonNull(time, "time");
    }
  }

  /**
   * What this says.
   *
   * @param since no release before that day is computed
   * @param issuedOn when the rules were last looked over
   */
  public record Edition(LocalDate since, LocalDate issuedOn) {
    public Edition {
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(issuedOn, "issuedOn");
    }
  }

  public DataflowCalendar withAnnouncements(List<Announcement> more) {
    return new DataflowCalendar(
        dataflow,
        office,
        edition,
        rules,
        Stream.concat(announcements.stream(), more.stream()).toList());
  }

  /** The publisher's day in which the moment lies. */
  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, office.zone());
  }

  Instant startOfDay(Instant moment) {
    return dayOf(moment).atStartOfDay(office.zone()).toInstant();
  }

  /** Those from one moment to before another, in order. */
  List<ScheduledRelease> list(Instant from, Instant to, BusinessDays days) {
    YearMonth first = YearMonth.from(dayOf(from)).minusMonths(MOST_MOVED);
    YearMonth last = YearMonth.from(dayOf(to)).plusMonths(MOST_MOVED);
    return rules.stream()
        .flatMap(rule -> covered(rule, first, last).flatMap(period -> one(rule, period, days)))
        .filter(release -> !release.at().isBefore(from) && release.at().isBefore(to))
        .filter(release -> !dayOf(release.at()).isBefore(edition.since()))
        .sorted(ScheduledRelease.IN_ORDER)
        .toList();
  }

  private Stream<TimePeriod> covered(ReleaseRule rule, YearMonth first, YearMonth last) {
    Stream<TimePeriod> ruled =
        Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
            .flatMap(month -> rule.coveredBy(month).stream());
    Stream<TimePeriod> announced =
        announcements.stream()
            .filter(announcement -> announcement.release().equals(rule.id()))
            .map(Announcement::covers);
    return Stream.concat(ruled, announced).distinct();
  }

  private Stream<ScheduledRelease> one(ReleaseRule rule, TimePeriod period, BusinessDays days) {
    return schedule(rule, period, days)
        .map(
            schedule ->
                new ScheduledRelease(
                    new Subject(dataflow, rule.id(), period),
                    rule.stage(),
                    PeriodTitle.in(rule.title(), period),
                    schedule,
                    rule.awaited().on(schedule.basis())))
        .stream();
  }

  private Optional<Schedule> schedule(ReleaseRule rule, TimePeriod period, BusinessDays days) {
    List<Announcement> said =
        announcements.stream().filter(announcement -> announcement.isOf(rule, period)).toList();
    if (!said.isEmpty()) {
      return Optional.of(announced(said));
    }
    YearMonth month = rule.monthOf(period);
    return switch (rule.day()) {
      case ReleaseDay.BusinessDay(int number) ->
          Optional.of(
              new Schedule(
                  moment(days.nth(office.country(), month, number), office.time()),
                  Basis.RULE,
                  0,
                  edition.issuedOn(),
                  Optional.empty()));
      case ReleaseDay.SameDayAs(var id) -> {
        ReleaseRule leader = find(rules, id).orElseThrow();
        yield leader.coveredBy(month).flatMap(covered -> schedule(leader, covered, days));
      }
      case ReleaseDay.Announced _ -> Optional.empty();
    };
  }

  private Schedule announced(List<Announcement> said) {
    Announcement last = said.getLast();
    return new Schedule(
        moment(last.day(), last.time().orElse(office.time())),
        Basis.ANNOUNCED,
        said.size(),
        last.announcedOn(),
        last.source());
  }

  private Instant moment(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(office.zone()).toInstant();
  }

  private static Optional<ReleaseRule> find(List<ReleaseRule> rules, String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private static void requireOneRuleAnId(List<ReleaseRule> rules) {
    Set<String> seen = new HashSet<>();
    for (ReleaseRule rule : rules) {
      if (!seen.add(rule.id())) {
        throw new IllegalArgumentException("two releases have the id " + rule.id());
      }
    }
  }

  // Following a follower could go round in a circle.
  private static void requireLeader(Optional<ReleaseRule> other) {
    if (other.isEmpty() || other.get().day() instanceof ReleaseDay.SameDayAs) {
      throw new IllegalArgumentException(
          "sameDayAs names a release that has a day of its own, not "
              + other.map(ReleaseRule::id).orElse("one that is not there"));
    }
  }

  private static void requireFitting(Announcement announcement, List<ReleaseRule> rules) {
    ReleaseRule rule =
        find(rules, announcement.release())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no release is %s; known are %s"
                            .formatted(
                                announcement.release(),
                                rules.stream()
                                    .map(ReleaseRule::id)
                                    .collect(Collectors.joining(", ")))));
    if (announcement.covers().frequency() != rule.reach().covers()) {
      throw new IllegalArgumentException(
          "%s covers periods of frequency %s, which %s is not"
              .formatted(rule.id(), rule.reach().covers(), announcement.covers()));
    }
  }
}
