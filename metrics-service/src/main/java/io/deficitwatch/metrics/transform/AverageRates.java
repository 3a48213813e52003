package io.deficitwatch.metrics.transform;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.CombinedHistory;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.Reading;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mean rate of any months, at every vintage of the monthly ones. */
final class AverageRates {
  private static final int DECIMALS = 6;
  private final Map<TimePeriod, List<IndicatorFigure>> months = new HashMap<>();

  /**
   * @param rows of a monthly series, in order of vintage
   */
  AverageRates(List<StoredObservation> rows) {
    rows.forEach(
        row ->
            months
                .computeIfAbsent(row.period(), _ -> new ArrayList<>())
                .add(
                    new IndicatorFigure(row.known(), row.value(), row.status(), Basis.COMPONENTS)));
  }

  /** There is none while one of the months has none. */
  IndicatorHistory of(TimePeriod period, List<YearMonth> over) {
    List<IndicatorHistory> rates =
        over.stream()
            .map(TimePeriod::ofMonth)
            .map(month -> new IndicatorHistory(month, months.getOrDefault(month, List.of())))
            .toList();
    Reading count = Reading.of(Optional.of(BigDecimal.valueOf(over.size())), ObservationStatus.A);
    return CombinedHistory.of(
        period, rates, readings -> Reading.sum(readings).over(count).rounded(DECIMALS));
  }
}
