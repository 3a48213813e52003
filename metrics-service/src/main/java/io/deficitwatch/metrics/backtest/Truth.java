package io.deficitwatch.metrics.backtest;

import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import java.math.BigDecimal;
import java.util.Optional;

/** Which figure of a period a projection is compared with. */
public enum Truth {
  /** As first published. */
  FIRST,
  /** As now revised. */
  LATEST;

  Optional<BigDecimal> of(IndicatorHistory history) {
    return this == FIRST
        ? history.first().map(figure -> figure.value())
        : history.latest().flatMap(IndicatorFigure::value);
  }
}
