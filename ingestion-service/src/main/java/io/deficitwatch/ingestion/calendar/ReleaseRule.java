package io.deficitwatch.ingestion.calendar;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.calendar.ScheduledRelease.Basis;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * One kind of release that a dataflow has again and again.
 *
 * @param id unique in its dataflow and never changed: calendars know an entry by it
 * @param title {@code {period}} stands for the period covered
 * @param awaited whether the dataflow's source is known to have something new then
 */
public record ReleaseRule(
    String id, Stage stage, LocalizedText title, Reach reach, ReleaseDay day, Awaited awaited) {
  public ReleaseRule {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(awaited, "awaited");
    if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("'" + id + "' is no id of a release: [a-z][a-z0-9-]*");
    }
  }

  /** Of which days a release that does not come is late; on others it is shown only. */
  public enum Awaited {
    ALWAYS,
    /** The rule is a guess at the day, and what was announced is none. */
    ANNOUNCED,
    /** The source has nothing new then. */
    NEVER;

    boolean on(Basis basis) {
      return switch (this) {
        case ALWAYS -> true;
        case ANNOUNCED -> basis == Basis.ANNOUNCED;
        case NEVER -> false;
      };
    }
  }

  /**
   * What a release covers, and how much later it comes.
   *
   * @param covers how long the period is that it is about
   * @param monthsAfter months from the last one of the period to the one of the release
   */
  public record Reach(Frequency covers, int monthsAfter) {
    public Reach {
      Objects.requireNonNull(covers, "covers");
      if (covers == Frequency.D) {
        throw new IllegalArgumentException("what comes every day is not in a calendar");
      }
      if (monthsAfter < 0 || monthsAfter > 60) {
        throw new IllegalArgumentException("monthsAfter " + monthsAfter + " is not 0 to 60");
      }
    }
  }

  /** What is covered by the release of that month; empty if the month has none. */
  Optional<TimePeriod> coveredBy(YearMonth month) {
    YearMonth last = month.minusMonths(reach.monthsAfter());
    return Optional.of(TimePeriod.containing(last, reach.covers()))
        .filter(period -> period.lastMonth().equals(last));
  }

  YearMonth monthOf(TimePeriod covered) {
    return covered.lastMonth().plusMonths(reach.monthsAfter());
  }
}
