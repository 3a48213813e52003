package io.deficitwatch.metrics.transform;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.transform.SeasonalAdjustment.Adjusted;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads an indicator as a view asks: level, running period, currency, season, transform. */
@ApplicationScoped
public class ReadView {
  private final ReadLevel readLevel;
  private final SeasonalAdjustment adjustment;

  ReadView(ReadLevel readLevel, SeasonalAdjustment adjustment) {
    this.readLevel = readLevel;
    this.adjustment = adjustment;
  }

  /**
   * Up to the moment of the view, every vintage; of a seasonally adjusted one only the latest, for
   * every vintage would want a model of its own.
   *
   * @throws UnfitViewException if there is no rate between the currencies, or the series cannot be
   *     adjusted
   */
  public Seen read(View view) {
    Level level =
        readLevel.read(
            view.definition(), view.frequency(), view.asOf(), view.partial(), view.currency());
    if (!view.seasonallyAdjusted()) {
      return seen(view, level, Optional.empty());
    }
    Adjusted adjusted = adjusted(view, level);
    return seen(
        view, level.with(histories(adjusted.values(), level)), Optional.of(adjusted.diagnostics()));
  }

  private Seen seen(View view, Level level, Optional<SeasonalAdjustment.Diagnostics> diagnostics) {
    SortedMap<TimePeriod, IndicatorHistory> histories = level.histories();
    if (view.transform() == Transform.CUMULATIVE && view.from().isPresent()) {
      histories = histories.tailMap(view.from().get());
    }
    return new Seen(
        level.own(),
        view.transform().apply(histories, comparators(view)),
        level.conversion(),
        level.rates(),
        diagnostics,
        level.monthsKnown());
  }

  private Map<TimePeriod, IndicatorHistory> comparators(View view) {
    if (view.comparator().isEmpty()) {
      return Map.of();
    }
    String unit = view.currency().orElse(view.definition().scope().unit());
    return readLevel
        .read(
            view.comparator().get(),
            view.frequency(),
            view.asOf(),
            view.partial(),
            Optional.of(unit))
        .histories();
  }

  private Adjusted adjusted(View view, Level level) {
    if (view.frequency() != Frequency.M && view.frequency() != Frequency.Q) {
      throw new UnfitViewException(
          "seasonallyAdjusted", "only months and quarters have a season to take out");
    }
    return adjustment
        .adjust(lastRun(level.histories()))
        .orElseThrow(
            () ->
                new UnfitViewException(
                    "seasonallyAdjusted",
                    "the values without a gap up to the last are too few, or fit no model"));
  }

  /** The values up to the last one that follow one another without a gap. */
  private static SortedMap<TimePeriod, BigDecimal> lastRun(
      SortedMap<TimePeriod, IndicatorHistory> histories) {
    SortedMap<TimePeriod, BigDecimal> run = new TreeMap<>();
    histories.forEach(
        (period, history) -> {
          if (!run.isEmpty() && !run.lastKey().plus(1).equals(period)) {
            run.clear();
          }
          history
              .latest()
              .flatMap(IndicatorFigure::value)
              .ifPresent(value -> run.put(period, value));
        });
    return run;
  }

  // Any revision changes all adjusted values: each rests on the latest vintage of the whole
  private static SortedMap<TimePeriod, IndicatorHistory> histories(
      SortedMap<TimePeriod, BigDecimal> adjusted, Level level) {
    KnownVintage latest =
        level.histories().values().stream()
            .flatMap(history -> history.latest().stream())
            .map(IndicatorFigure::known)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    SortedMap<TimePeriod, IndicatorHistory> histories = new TreeMap<>();
    adjusted.forEach(
        (period, value) ->
            histories.put(
                period,
                new IndicatorHistory(
                    period,
                    List.of(
                        new IndicatorFigure(
                            latest, Optional.of(value), ObservationStatus.E, Basis.COMPONENTS)))));
    return histories;
  }
}
