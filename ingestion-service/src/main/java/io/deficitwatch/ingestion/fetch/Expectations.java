package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.ingestion.calendar.Due;
import io.deficitwatch.ingestion.calendar.ReleaseCalendar;
import io.deficitwatch.ingestion.fetch.PollSchedule.Expectation;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.ReadArchive;
import io.deficitwatch.ingestion.release.ReleaseArchive.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Lays what the calendar says beside what is in the archive. */
@ApplicationScoped
class Expectations {
  /** Among so many that came in last is the newest, although old ones are handed in at times. */
  private static final int RECENT = 20;

  private final ReleaseCalendar calendar;
  private final ReadArchive archive;

  Expectations(ReleaseCalendar calendar, ReadArchive archive) {
    this.calendar = calendar;
    this.archive = archive;
  }

  Expectation of(FetchState state, Instant now) {
    return new Expectation(unmet(state, now), calendar.nextDue(state.dataflow(), now));
  }

  /** What is due by now and is not in, from whomever. */
  Optional<Due> unmet(FetchState state, Instant now) {
    return calendar
        .lastDue(state.dataflow(), now)
        .filter(due -> !isMetByTheSource(due, state))
        .filter(due -> !isMetByTheArchive(due, state.dataflow()));
  }

  private static boolean isMetByTheSource(Due due, FetchState state) {
    return state.taken().filter(taken -> due.isMetBy(taken.releasedAt())).isPresent();
  }

  private boolean isMetByTheArchive(Due due, DataflowRef dataflow) {
    return latest(dataflow).filter(latest -> due.isMetBy(latest.releasedAt())).isPresent();
  }

  /** The newest release that is in. */
  Optional<Vintage> latest(DataflowRef dataflow) {
    return archive
        .list(new Page(Optional.of(dataflow), Optional.empty(), Optional.empty(), RECENT))
        .stream()
        .map(ArchivedRelease::vintage)
        .max(Comparator.comparing(Vintage::releasedAt));
  }
}
