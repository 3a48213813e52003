package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the first releases of a period said, and what the latest says.
 *
 * @param releases how many there were
 * @param first by number, the first ones
 */
record Released(
    TimePeriod period,
    int releases,
    List<Optional<BigDecimal>> first,
    Optional<BigDecimal> latest) {
  Released {
    first = List.copyOf(first);
  }

  static Released of(
      PeriodRevisions period,
      Optional<PeriodRevisions> before,
      RevisionTransform transform,
      int releases) {
    // One more than measured: the last of them is held against the next
    int last = Math.min(period.releases(), releases + 1);
    return new Released(
        period.period(),
        period.releases(),
        IntStream.rangeClosed(1, last)
            .mapToObj(release -> transform.of(period, before, release))
            .toList(),
        transform.of(period, before, period.releases()));
  }

  Optional<BigDecimal> at(int release) {
    return first.get(release - 1);
  }
}
