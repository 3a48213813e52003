package io.deficitwatch.metrics.transform;

import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;

/** Takes the seasonal and calendar effects out of a series. */
@FunctionalInterface
public interface SeasonalAdjustment {
  /**
   * @param values of months or quarters that follow one another without a gap
   * @return empty if the series is too short or no model fits
   */
  Optional<Adjusted> adjust(SortedMap<TimePeriod, BigDecimal> values);

  /**
   * An adjusted series.
   *
   * @param values estimates, to nine significant digits
   */
  record Adjusted(SortedMap<TimePeriod, BigDecimal> values, Diagnostics diagnostics) {}

  /**
   * How far it is to be trusted.
   *
   * @param method in words, with the model
   * @param multiplicative whether the seasonal effect is a factor rather than an amount
   * @param observations values that it rests on
   * @param seasonalityPValue QS test of the series: small where there is seasonality to take out
   * @param residualSeasonalityPValue QS test of the adjusted series: small where some was left
   */
  record Diagnostics(
      String method,
      boolean multiplicative,
      int observations,
      BigDecimal seasonalityPValue,
      BigDecimal residualSeasonalityPValue) {}
}
