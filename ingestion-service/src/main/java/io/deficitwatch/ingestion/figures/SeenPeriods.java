package io.deficitwatch.ingestion.figures;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which periods of a series were taken. While they come in order, forwards or backwards as
 * publishers have them, the two ends tell; a set is made when one falls between them.
 */
final class SeenPeriods {
  static final String YEARS = "1800 to 2199";
  static final int FIRST_YEAR = 1800;
  static final int LAST_YEAR = 2199;
  private static final int BYTES_OF_A_SET = 400 * 366 / 8;
  private final Frequency frequency;
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;
  private boolean ascending = true;
  private boolean tellsLater;
  private @Nullable BitSet set;

  SeenPeriods(Frequency frequency) {
    this.frequency = frequency;
  }

  /** Whether any statistic can be of this period; also bounds the set. */
  static boolean isPossible(TimePeriod period) {
    return period.year() >= FIRST_YEAR && period.year() <= LAST_YEAR;
  }

  /**
   * Adds a period.
   *
   * @param before numbers of all that were added before
   * @param memory whether there is memory for a set of so many bytes
   * @return whether it is new, as far as can be told at once
   */
  boolean add(TimePeriod period, Supplier<IntStream> before, IntPredicate memory) {
    int number = PeriodNumber.of(period);
    boolean outside = number > last || number < first;
    BitSet known = set;
    if (number == last || number == first) {
      return false;
    }
    if (known == null && !outside && !tellsLater) {
      tellsLater = !memory.test(BYTES_OF_A_SET);
    }
    if (known == null && !outside && !tellsLater) {
      known = new BitSet();
      set = known;
      before.get().map(this::bit).forEach(known::set);
    }
    if (known != null) {
      if (known.get(bit(number))) {
        return false;
      }
      known.set(bit(number));
    }
    ascending &= number > last;
    first = Math.min(first, number);
    last = Math.max(last, number);
    return true;
  }

  /** Whether a period that stands twice may have gone unnoticed. */
  boolean tellsLater() {
    return tellsLater;
  }

  /** Whether they came in the order of the calendar. */
  boolean ascending() {
    return ascending;
  }

  Optional<TimePeriod> first() {
    return last < first ? Optional.empty() : Optional.of(PeriodNumber.period(frequency, first));
  }

  Optional<TimePeriod> last() {
    return last < first ? Optional.empty() : Optional.of(PeriodNumber.period(frequency, last));
  }

  private int bit(int number) {
    return number - PeriodNumber.of(new TimePeriod(frequency, FIRST_YEAR, 1));
  }
}
