package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** An observed value that a projection starts from. */
public record Observed(TimePeriod period, BigDecimal value) {

  /** The latest value of every period that has one, in order. */
  public static List<Observed> latest(Collection<IndicatorHistory> histories) {
    return histories.stream()
        .flatMap(
            history ->
                history.latest().flatMap(IndicatorFigure::value).stream()
                    .map(value -> new Observed(history.period(), value)))
        .sorted(Comparator.comparing(Observed::period))
        .toList();
  }

  /** The newest release among the latest figures, of which there must be one. */
  public static Vintage newest(Collection<IndicatorHistory> histories) {
    return histories.stream()
        .flatMap(history -> history.latest().stream())
        .map(IndicatorFigure::known)
        .max(Comparator.naturalOrder())
        .map(KnownVintage::vintage)
        .orElseThrow();
  }
}
