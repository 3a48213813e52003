package io.deficitwatch.ingestion.backfill;

import io.deficitwatch.ingestion.quality.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One file of a backfill.
 *
 * @param number from 1, in the order in which the files are taken
 * @param name as it was handed in
 * @param releasedAt by the date in its name
 * @param bytes how many it has
 */
public record BackfillItem(
    int number, String name, Instant releasedAt, long bytes, State state, Result result) {
  /** Where a file stands. */
  public enum State {
    PENDING,
    /** It is in the archive, now or before. */
    TAKEN,
    REFUSED,
    CANCELLED
  }

  /**
   * What came of it.
   *
   * @param releaseId if it was taken
   * @param faults the first ones, if it was refused
   * @param faultCount of all faults
   */
  public record Result(Optional<String> releaseId, List<Finding> faults, int faultCount) {
    static final Result NONE = new Result(Optional.empty(), List.of(), 0);

    public Result {
      faults = List.copyOf(faults);
    }
  }

  BackfillItem done(State now, Result found) {
    return new BackfillItem(number, name, releasedAt, bytes, now, found);
  }
}
