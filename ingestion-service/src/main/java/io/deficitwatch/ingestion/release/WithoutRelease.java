package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.figures.PeriodSet;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import java.util.List;
import java.util.TreeMap;

/**
 * How the periods of a series that a release spoke for would read had it never been. Told of the
 * releases after it in any order, then of those before it from the last one back, until nothing is
 * open any more.
 */
final class WithoutRelease {
  private final Series series;
  private final PeriodSet stated;

  /** Of which it is not known yet what others said. */
  private final PeriodSet open;

  private final TreeMap<TimePeriod, Observation> restored = new TreeMap<>();

  /**
   * @param series as the release had it, or its first piece
   */
  WithoutRelease(Series series, Frequency frequency) {
    this.series = series;
    this.stated = new PeriodSet(frequency);
    this.open = new PeriodSet(frequency);
    open.add(series.coverage());
    add(series.observations());
  }

  Series series() {
    return series;
  }

  /** What another piece of the series states. */
  void add(List<Observation> observations) {
    observations.forEach(one -> stated.add(one.period()));
  }

  /** A release after it: the release is not to blame for what that spoke for. */
  void after(Coverage next) {
    open.remove(next);
    stated.remove(next);
  }

  /** What the next release before it states; or some of that, if it is in pieces. */
  void before(List<Observation> observations) {
    for (Observation observation : observations) {
      if (open.contains(observation.period())) {
        restored.put(observation.period(), observation);
      }
    }
  }

  /** All that this release before it states was told. */
  void before(Coverage earlier) {
    open.remove(earlier);
  }

  /** Whether releases before it can still tell anything. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Whether later releases spoke for all that it did. */
  boolean isNothingToRestore() {
    return stated.isEmpty() && restored.isEmpty();
  }

  /** Puts in what is to be known again. */
  void restore(SeriesFigures into) {
    restored.values().forEach(one -> into.take(() -> one.period().toString(), one));
    stated
        .periods()
        .filter(period -> !restored.containsKey(period))
        .forEach(period -> into.drop(period::toString, period));
  }
}
