package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.TimePeriod;
import java.util.List;

/** Histories of ratios. */
record RatioHistories(Formula.Rebuild numerators, Formula.Rebuild denominators, int sign)
    implements Formula.Rebuild {
  @Override
  public IndicatorHistory of(TimePeriod period) {
    return CombinedHistory.of(
        period,
        List.of(numerators.of(period), denominators.of(period)),
        sides -> {
          Reading ratio = sides.getFirst().over(sides.getLast());
          return sign < 0 ? ratio.negated() : ratio;
        });
  }
}
