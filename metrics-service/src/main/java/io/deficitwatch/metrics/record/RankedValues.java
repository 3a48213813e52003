package io.deficitwatch.metrics.record;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import io.deficitwatch.metrics.observation.KnownVintage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The figures of an indicator as known at a moment, ranked as of the same moment. */
@ApplicationScoped
public class RankedValues {
  private final IndicatorValueStore values;

  public RankedValues(IndicatorValueStore values) {
    this.values = values;
  }

  /**
   * Exactly one figure a period, in order of period.
   *
   * @param asOf empty for the latest
   */
  public List<RankedFigure> list(
      IndicatorDefinition definition,
      Frequency frequency,
      Optional<Instant> asOf,
      Predicate<TimePeriod> wanted) {
    List<IndicatorHistory> histories = histories(definition, frequency, asOf);
    RankedHistories ranked = new RankedHistories(histories, definition.scope().validFrom());
    return periods(histories, wanted).flatMap(period -> ranked.latest(period).stream()).toList();
  }

  /** Every figure up to the moment, each ranked as of its own vintage. */
  public List<RankedFigure> listHistory(
      IndicatorDefinition definition,
      Frequency frequency,
      Optional<Instant> asOf,
      Predicate<TimePeriod> wanted) {
    List<IndicatorHistory> histories = histories(definition, frequency, asOf);
    RankedHistories ranked = new RankedHistories(histories, definition.scope().validFrom());
    return histories.stream()
        .filter(history -> wanted.test(history.period()))
        .flatMap(
            history ->
                vintages(history).flatMap(known -> ranked.at(history.period(), known).stream()))
        .toList();
  }

  private List<IndicatorHistory> histories(
      IndicatorDefinition definition, Frequency frequency, Optional<Instant> asOf) {
    return values.list(definition.ref(frequency)).values().stream()
        .map(history -> asOf.map(history::asOf).orElse(history))
        .toList();
  }

  private static Stream<TimePeriod> periods(
      List<IndicatorHistory> histories, Predicate<TimePeriod> wanted) {
    return histories.stream().map(IndicatorHistory::period).filter(wanted);
  }

  private static Stream<KnownVintage> vintages(IndicatorHistory history) {
    return history.figures().stream().map(IndicatorFigure::known);
  }
}
