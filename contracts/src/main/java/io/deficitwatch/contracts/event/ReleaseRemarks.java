package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.List;
import java.util.Optional;

/**
 * What is to be known of a release beside its figures.
 *
 * @param corrects id of the earlier release that the publisher corrected by this one
 * @param retracts id of the earlier release that was taken back: the figures here are those that
 *     were known without it
 * @param findings what is odd about it and did not keep it from being accepted: those of the area,
 *     and those of the release as a whole; at most {@value #MOST_FINDINGS}
 * @param findingCount of all findings of the release, those of other areas included
 */
public record ReleaseRemarks(
    Optional<String> corrects,
    Optional<String> retracts,
    List<Finding> findings,
    int findingCount) {
  public static final int MOST_FINDINGS = 50;

  public ReleaseRemarks {
    findings = List.copyOf(findings);
  }

  /**
   * One thing that is odd.
   *
   * @param series where it is about one
   * @param period where it is about one
   * @param detail in full, for people
   */
  public record Finding(
      Check check,
      Severity severity,
      Optional<SeriesKey> series,
      Optional<TimePeriod> period,
      String detail) {}

  /** What was looked at. */
  public enum Check {
    /** Credits less debits are not the net. */
    BALANCE,
    /** The parts do not add up to their total. */
    TOTAL,
    /** A series of the release before is not in this one. */
    LOST_SERIES,
    /** An area of the release before is not in this one. */
    LOST_AREA,
    /** Periods of the release before are not in this one, which speaks for them. */
    LOST_PERIODS,
    /** A figure changed whose time to be revised is over. */
    REVISION_WINDOW,
    /** A figure changed by more than is usual. */
    REVISION_SIZE,
    /** It was released before the release that it follows. */
    RELEASE_ORDER,
    /** Some of what was handed in is not of the dataflow. */
    PASSED_OVER
  }

  /** How much it matters, the least first. */
  public enum Severity {
    NOTICE,
    WARNING,
    CRITICAL
  }
}
