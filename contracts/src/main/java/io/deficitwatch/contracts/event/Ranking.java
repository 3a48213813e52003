package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The place of a value among like periods (years among years, first halves among first halves) as
 * known at its vintage, counted from the lowest value: rank 1 is the largest deficit.
 *
 * @param rank from 1; equal values share the better rank
 * @param of how many like periods have a value, this one included
 * @param lowestOther the lowest value among the other like periods, if there are any
 * @param coverage which like periods the ranking rests on
 */
public record Ranking(int rank, int of, Optional<Holder> lowestOther, Coverage coverage) {

  /**
   * Whether it is lower than every other like period in the store. {@link Coverage#complete} says
   * what that is worth.
   */
  public boolean record() {
    return lowestOther.isPresent() && rank == 1 && coverage.present() > 1;
  }

  /** Who holds a place. */
  public record Holder(TimePeriod period, BigDecimal value) {}

  /**
   * @param from first like period for which the definition is valid
   * @param expected how many like periods lie between it and the latest one with a value, both
   *     included
   * @param present how many of them have a value
   * @param missing those that have none, in order
   */
  public record Coverage(TimePeriod from, int expected, int present, List<TimePeriod> missing) {
    public Coverage {
      missing = List.copyOf(missing);
    }

    /** Whether no like period is missing, so that "record" needs no reservation. */
    public boolean complete() {
      return missing.isEmpty();
    }
  }
}
