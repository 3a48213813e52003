package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Run;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs of periods without a gap that a release speaks for, in order. */
public final class CoveredRuns {
  private CoveredRuns() {}

  /**
   * What is left of the coverage between the runs that it leaves out; the two outer ends are those
   * of the coverage, open ones included.
   */
  public static List<Coverage> of(Coverage coverage) {
    List<Coverage> covered = new ArrayList<>();
    Optional<TimePeriod> from = coverage.from();
    for (Run left : coverage.except().orElse(List.of())) {
      add(covered, from, Optional.of(left.from().plus(-1)));
      from = Optional.of(left.to().plus(1));
    }
    add(covered, from, coverage.to());
    return List.copyOf(covered);
  }

  private static void add(
      List<Coverage> covered, Optional<TimePeriod> from, Optional<TimePeriod> to) {
    boolean empty = from.flatMap(first -> to.filter(last -> last.compareTo(first) < 0)).isPresent();
    if (!empty) {
      covered.add(new Coverage(from, to));
    }
  }
}
