package io.deficitwatch.ingestion.figures;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Run;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Periods of one frequency that a statistic can be of, a bit each. */
public final class PeriodSet {
  private final Frequency frequency;
  private final int first;
  private final int last;
  private final BitSet bits = new BitSet();

  public PeriodSet(Frequency frequency) {
    this.frequency = frequency;
    this.first = PeriodNumber.of(new TimePeriod(frequency, SeenPeriods.FIRST_YEAR, 1));
    this.last = PeriodNumber.of(new TimePeriod(frequency, SeenPeriods.LAST_YEAR + 1, 1)) - 1;
  }

  public void add(TimePeriod period) {
    set(Optional.of(period), Optional.of(period), true);
  }

  public void remove(TimePeriod period) {
    set(Optional.of(period), Optional.of(period), false);
  }

  /** Adds all periods that a release speaks for. */
  public void add(Coverage coverage) {
    set(coverage.from(), coverage.to(), true);
    coverage.except().orElse(List.of()).forEach(run -> set(run, false));
  }

  /** Removes all periods that a release speaks for. */
  public void remove(Coverage coverage) {
    Optional<TimePeriod> from = coverage.from();
    for (Run run : coverage.except().orElse(List.of())) {
      set(from, Optional.of(run.from().plus(-1)), false);
      from = Optional.of(run.to().plus(1));
    }
    set(from, coverage.to(), false);
  }

  public boolean contains(TimePeriod period) {
    int number = PeriodNumber.of(period);
    return number >= first && number <= last && bits.get(number - first);
  }

  public boolean isEmpty() {
    return bits.isEmpty();
  }

  /** In order. */
  public Stream<TimePeriod> periods() {
    return bits.stream().mapToObj(bit -> PeriodNumber.period(frequency, bit + first));
  }

  private void set(Run run, boolean to) {
    set(Optional.of(run.from()), Optional.of(run.to()), to);
  }

  private void set(Optional<TimePeriod> from, Optional<TimePeriod> until, boolean to) {
    int begin = Math.max(first, from.map(PeriodNumber::of).orElse(first));
    int end = Math.min(last, until.map(PeriodNumber::of).orElse(last));
    if (begin <= end) {
      bits.set(begin - first, end - first + 1, to);
    }
  }
}
