package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The revisions of one subject as of a moment, read a stretch of periods at a time. */
public final class Revisions {
  // Of a hundred vintages each some thousands of figures
  private static final int PERIODS_AT_ONCE = 48;

  private final Revised subject;
  private final RevisionStore store;
  private final Instant asOf;
  private final FirstFigures first;
  private final List<TimePeriod> periods;
  private final List<SpokenRun> runs;

  /**
   * @param periods in order, each with a value as of the moment
   */
  Revisions(
      Revised subject,
      RevisionStore store,
      Instant asOf,
      FirstFigures first,
      List<TimePeriod> periods) {
    this.subject = subject;
    this.store = store;
    this.asOf = asOf;
    this.first = first;
    this.periods = List.copyOf(periods);
    runs =
        store.listRuns(subject.allSeries()).stream()
            .filter(run -> !run.known().releasedAt().isAfter(asOf))
            .toList();
  }

  /** The periods that were known, in order. */
  public List<TimePeriod> periods() {
    return periods;
  }

  /** The releases that spoke for one of the periods, in vintage order: columns of the triangle. */
  public Set<KnownVintage> vintages() {
    return runs.stream()
        .filter(run -> periods.stream().anyMatch(run::reaches))
        .map(SpokenRun::known)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Hands over one period after the other. */
  public void forEach(Consumer<PeriodRevisions> reader) {
    ReleaseMoments moments = new ReleaseMoments(subject, runs);
    for (int from = 0; from < periods.size(); from += PERIODS_AT_ONCE) {
      int to = Math.min(periods.size(), from + PERIODS_AT_ONCE);
      Set<TimePeriod> wanted = Set.copyOf(periods.subList(from, to));
      store.list(subject, periods.get(from), periods.get(to - 1)).stream()
          .filter(history -> wanted.contains(history.period()))
          .map(history -> history.until(asOf))
          .filter(history -> !history.figures().isEmpty())
          .map(history -> PeriodRevisions.of(history, moments.of(history), first))
          .forEach(reader);
    }
  }
}
