package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
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
   * @param source what it was read from when the rule was saved; empty if the owner wrote it
   */
  record Frozen(BigDecimal value, Optional<String> unit, String label, Optional<Source> source)
      implements Threshold {
    public Frozen(BigDecimal value, Optional<String> unit, String label) {
      this(value, unit, label, Optional.empty());
    }

    boolean isSameAs(Frozen other) {
      return value.compareTo(other.value) == 0 && unit.equals(other.unit);
    }
  }

  /** The lowest value of all other like periods, as now revised. */
  record LiveRecord() implements Threshold {}

  /**
   * The value of one period, as now revised.
   *
   * @param reference the name of it, as in {@code record-2024}
   */
  record LivePeriod(String reference, TimePeriod period) implements Threshold {}

  /**
   * @param reference as in {@code record-2024} or {@code METI-PIVOT-2035-BASE}
   * @param vintage the release that the figure is of; empty for a scenario point
   */
  record Source(String reference, Optional<Vintage> vintage) {}
}
