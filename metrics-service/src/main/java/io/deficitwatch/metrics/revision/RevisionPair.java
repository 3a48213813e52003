package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;

/** An earlier and a later figure of one period. */
record RevisionPair(TimePeriod period, BigDecimal earlier, BigDecimal later) {
  BigDecimal revision() {
    return later.subtract(earlier);
  }

  boolean changesSign() {
    return earlier.signum() != later.signum();
  }
}
