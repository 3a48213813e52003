package io.deficitwatch.metrics.projection;

import java.time.temporal.ChronoUnit;

/** How many periods two observations lie apart. */
final class Spans {
  private Spans() {}

  static int between(Observed from, Observed to) {
    long months = ChronoUnit.MONTHS.between(from.period().lastMonth(), to.period().lastMonth());
    return (int) (months / from.period().frequency().months());
  }
}
