package io.deficitwatch.metrics.transform;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How an indicator is to be seen.
 *
 * @param definition of one area
 * @param asOf empty for the latest
 * @param comparator for {@link Transform#PER_CENT_OF}
 * @param currency empty for the indicator's own unit
 * @param partial with the running period, of which only some months are known
 * @param from where cumulative sums begin; empty for the first value
 */
public record View(
    IndicatorDefinition definition,
    Frequency frequency,
    Optional<Instant> asOf,
    Transform transform,
    Optional<IndicatorDefinition> comparator,
    Optional<String> currency,
    boolean seasonallyAdjusted,
    boolean partial,
    Optional<TimePeriod> from) {
  /** As it is stored. */
  public static View of(
      IndicatorDefinition definition, Frequency frequency, Optional<Instant> asOf) {
    return new View(
        definition,
        frequency,
        asOf,
        Transform.LEVEL,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty());
  }

  /** First month of the first period for which there can be a value. */
  public YearMonth validFrom() {
    YearMonth first = definition.scope().validFrom();
    return switch (transform) {
      case LEVEL, PER_CENT_OF, CUMULATIVE -> first;
      case CHANGE, GROWTH -> first.plusMonths(frequency.isRolling() ? 1 : frequency.months());
      case CHANGE_ON_YEAR, GROWTH_ON_YEAR -> first.plusYears(1);
    };
  }

  /** The unit of its values. */
  public String unit() {
    return transform.isPerCent() ? "PT" : currency.orElse(definition.scope().unit());
  }
}
