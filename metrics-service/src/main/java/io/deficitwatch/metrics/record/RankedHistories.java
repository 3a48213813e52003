package io.deficitwatch.metrics.record;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Reach;
import io.deficitwatch.contracts.event.Ranking.Holder;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Histories of one indicator at one frequency, ranked as of any vintage. */
public final class RankedHistories {
  private final Map<TimePeriod, IndicatorHistory> histories = new HashMap<>();
  private final Map<KnownVintage, Reach> reaches = new HashMap<>();
  private final YearMonth validFrom;

  /**
   * @param validFrom first month for which there can be values
   */
  public RankedHistories(Collection<IndicatorHistory> histories, YearMonth validFrom) {
    this.validFrom = validFrom;
    histories.forEach(history -> this.histories.put(history.period(), history));
  }

  /**
   * Exactly one figure a period: the latest, ranked among the latest of all; in order of period.
   */
  public List<RankedFigure> list(Predicate<TimePeriod> wanted) {
    return periods(wanted).flatMap(period -> latest(period).stream()).toList();
  }

  /** Every figure, each ranked as of its own vintage; in order of period and vintage. */
  public List<RankedFigure> listHistory(Predicate<TimePeriod> wanted) {
    return periods(wanted)
        .flatMap(
            period ->
                Objects.requireNonNull(histories.get(period)).figures().stream()
                    .flatMap(figure -> at(period, figure.known()).stream()))
        .toList();
  }

  private Stream<TimePeriod> periods(Predicate<TimePeriod> wanted) {
    return histories.keySet().stream().filter(wanted).sorted();
  }

  /**
   * The latest figure of the period, ranked among what was known once its release was: with all
   * other periods that the same release brought.
   */
  Optional<RankedFigure> atItsVintage(TimePeriod period) {
    return Optional.ofNullable(histories.get(period))
        .flatMap(IndicatorHistory::latest)
        .flatMap(figure -> at(period, figure.known()));
  }

  /** The figure of the period as of the vintage, ranked as of the same. */
  Optional<RankedFigure> at(TimePeriod period, KnownVintage known) {
    return ranked(period, history -> history.asOf(known));
  }

  /** The latest figure of the period, ranked among the latest of all. */
  Optional<RankedFigure> latest(TimePeriod period) {
    return ranked(period, UnaryOperator.identity());
  }

  /** How far the histories reached once the vintage was known, and before. */
  Reach reachAt(KnownVintage known) {
    return reaches.computeIfAbsent(
        known,
        _ ->
            new Reach(
                latestHolder(history -> history.asOf(known)).map(Holder::period),
                latestHolder(history -> history.before(known))));
  }

  private Optional<Holder> latestHolder(UnaryOperator<IndicatorHistory> view) {
    return histories.entrySet().stream()
        .flatMap(
            entry ->
                view.apply(entry.getValue()).latest().flatMap(IndicatorFigure::value).stream()
                    .map(value -> new Holder(entry.getKey(), value)))
        .max(Comparator.comparing(Holder::period));
  }

  private Optional<RankedFigure> ranked(TimePeriod period, UnaryOperator<IndicatorHistory> view) {
    Map<TimePeriod, BigDecimal> values = new HashMap<>();
    histories.forEach(
        (other, history) -> {
          if (other.isLike(period)) {
            view.apply(history)
                .latest()
                .flatMap(figure -> figure.value())
                .ifPresent(value -> values.put(other, value));
          }
        });
    return Optional.ofNullable(histories.get(period))
        .map(view)
        .flatMap(
            history ->
                history
                    .latest()
                    .flatMap(
                        figure ->
                            history
                                .first()
                                .map(
                                    first ->
                                        new RankedFigure(
                                            period,
                                            figure,
                                            history.previous(),
                                            first,
                                            Rankings.rank(period, values, validFrom)))));
  }
}
