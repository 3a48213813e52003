package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import java.util.Optional;

/** Finds the sums that ratios name. */
@FunctionalInterface
public interface SumFinder {
  SumFinder NONE = (_, _) -> Optional.empty();

  /**
   * @param version empty for the newest
   */
  Optional<IndicatorDefinition> find(String id, Optional<Integer> version);
}
