package io.deficitwatch.alerting.rule;

import java.math.BigDecimal;
import java.util.Optional;

/** What a value is compared with. */
public sealed interface Threshold {
  /**
   * A figure that never moves, whatever is revised later.
   *
   * @param value base units
   * @param unit unit of measure, ISO 4217 for money; empty if the owner left it to the indicator
   * @param label where the figure comes from, as in {@code record-2024, as first published}
   */
  record Frozen(BigDecimal value, Optional<String> unit, String label) implements Threshold {
    boolean isSameAs(Frozen other) {
      return value.compareTo(other.value) == 0 && unit.equals(other.unit);
    }
  }

  /** The lowest value of all other like periods, as now revised. */
  record LiveRecord() implements Threshold {}
}
