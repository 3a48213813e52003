package io.deficitwatch.metrics.crossing;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.projection.Observed;
import io.deficitwatch.metrics.scenario.ScenarioPoint;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A figure that a path may pass.
 *
 * @param value base units
 * @param label where it comes from, as in {@code record of 2024, as first published}
 * @param vintage by which it stands, if it is one of our figures
 * @param direction to which side one passes it unless said otherwise
 */
public record Threshold(
    BigDecimal value, String label, Optional<Vintage> vintage, Direction direction) {

  /** A figure that the caller names. */
  public static Threshold of(BigDecimal value) {
    return new Threshold(value, value.toPlainString(), Optional.empty(), usual(value));
  }

  /** The end point of a scenario. */
  public static Threshold of(ScenarioPoint point) {
    return new Threshold(point.value(), point.title().en(), Optional.empty(), usual(point.value()));
  }

  /** The lowest value of all periods, as now revised; empty without any. */
  public static Optional<Threshold> liveRecord(Collection<IndicatorHistory> histories) {
    return Observed.latest(histories).stream()
        .min(Comparator.comparing(Observed::value).thenComparing(Observed::period))
        .map(
            lowest ->
                new Threshold(
                    lowest.value(),
                    "record, of %s as now revised".formatted(lowest.period()),
                    histories.stream()
                        .filter(history -> history.period().equals(lowest.period()))
                        .flatMap(history -> history.latest().stream())
                        .map(figure -> figure.known().vintage())
                        .findFirst(),
                    Direction.DOWNWARDS));
  }

  /** The value of a period as it was first published, whatever was revised since. */
  public static Optional<Threshold> firstPublished(
      TimePeriod period, Collection<IndicatorHistory> histories) {
    return histories.stream()
        .filter(history -> history.period().equals(period))
        .findFirst()
        .flatMap(IndicatorHistory::first)
        .map(first -> frozen(period, first));
  }

  private static Threshold frozen(TimePeriod period, Figure first) {
    return new Threshold(
        first.value(),
        "%s as first published".formatted(period),
        Optional.of(first.vintage()),
        usual(first.value()));
  }

  // A deficit grows downwards
  private static Direction usual(BigDecimal value) {
    return value.signum() > 0 ? Direction.UPWARDS : Direction.DOWNWARDS;
  }
}
