package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the periods of a series that a release spoke for would read had it never been. Told of the
 * releases before it from the first on, then of those after it.
 */
final class WithoutRelease {
  private final Series series;
  private final Set<TimePeriod> touched = new TreeSet<>();
  private final TreeMap<TimePeriod, Observation> before = new TreeMap<>();
  private final List<Coverage> later = new ArrayList<>();

  /**
   * @param series as the release had it, its pieces put together
   */
  WithoutRelease(Series series) {
    this.series = series;
    series.observations().forEach(one -> touched.add(one.period()));
  }

  Series series() {
    return series;
  }

  /** The next release before it. */
  void before(Series earlier) {
    Set<TimePeriod> stated = new HashSet<>();
    for (Observation observation : earlier.observations()) {
      stated.add(observation.period());
      before.put(observation.period(), observation);
    }
    before
        .keySet()
        .removeIf(period -> !stated.contains(period) && earlier.coverage().covers(period));
  }

  /** A release after it: the release is not to blame for what that spoke for. */
  void after(Series next) {
    later.add(next.coverage());
  }

  /** Whether later releases spoke for all that it did. */
  boolean isNothingToRestore() {
    return periods().isEmpty();
  }

  /** Puts in what is to be known again. */
  void restore(SeriesFigures into) {
    for (TimePeriod period : periods()) {
      Observation earlier = before.get(period);
      if (earlier == null) {
        into.drop(period::toString, period);
      } else {
        into.take(period::toString, earlier);
      }
    }
  }

  private List<TimePeriod> periods() {
    before.keySet().stream().filter(series.coverage()::covers).forEach(touched::add);
    return touched.stream()
        .filter(period -> later.stream().noneMatch(coverage -> coverage.covers(period)))
        .toList();
  }
}
