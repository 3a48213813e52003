package io.deficitwatch.metrics.transform;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.CombinedHistory;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.Reading;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The running period, of which only the first months are known. */
final class PartialPeriods {
  private PartialPeriods() {}

  /** A sum of the first months of a period. */
  record Running(IndicatorHistory history, List<YearMonth> months) {}

  /** Empty if the last known month ends its period, or if the first month is not known. */
  static Optional<Running> running(
      Frequency frequency, SortedMap<TimePeriod, IndicatorHistory> months) {
    List<TimePeriod> known =
        months.values().stream()
            .filter(PartialPeriods::hasValue)
            .map(IndicatorHistory::period)
            .toList();
    if (known.isEmpty() || frequency.isRolling()) {
      return Optional.empty();
    }
    TimePeriod period = TimePeriod.containing(known.getLast().lastMonth(), frequency);
    List<TimePeriod> first =
        period.months().map(TimePeriod::ofMonth).takeWhile(known::contains).toList();
    if (first.isEmpty() || first.size() == frequency.months()) {
      return Optional.empty();
    }
    IndicatorHistory sum =
        CombinedHistory.of(period, first.stream().map(months::get).toList(), Reading::sum);
    return Optional.of(new Running(sum, first.stream().map(TimePeriod::lastMonth).toList()));
  }

  private static boolean hasValue(IndicatorHistory history) {
    return history.latest().flatMap(figure -> figure.value()).isPresent();
  }
}
