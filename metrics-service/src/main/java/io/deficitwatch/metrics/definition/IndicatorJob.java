package io.deficitwatch.metrics.definition;

import java.time.Instant;
import java.util.Optional;

/**
 * The computation of a version of a definition from all that is stored, area by area.
 *
 * @param finishedAt empty while areas are left
 */
public record IndicatorJob(
    String indicator,
    int definitionVersion,
    Instant createdAt,
    Optional<Instant> finishedAt,
    JobState state,
    Progress progress) {

  /** How far it is. */
  public enum JobState {
    /** Areas are left. */
    COMPUTING,
    /** The values of all areas are there. */
    READY,
    /** A newer version came before it was through. */
    SUPERSEDED
  }

  /**
   * @param areas how many there are
   * @param done how many of them are computed
   * @param failures attempts that failed, of areas that are left; they are tried again
   * @param changedValues values that came to be or became others, and so were announced
   */
  public record Progress(int areas, int done, int failures, long changedValues) {}
}
