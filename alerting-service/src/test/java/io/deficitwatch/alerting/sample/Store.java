package io.deficitwatch.alerting.sample;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Batch;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Reach;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values of one indicator, as metrics keeps and announces them. Figures are in 100 million yen; an
 * empty text takes a value away.
 */
public final class Store {
  private final IndicatorRef indicator;
  private final Map<TimePeriod, Figure> values = new TreeMap<>();
  private final Map<TimePeriod, Figure> first = new TreeMap<>();

  private String dataflow = "MOF:DIGITAL_BALANCE";
  private Optional<Vintage> cause = Optional.empty();

  private Store(IndicatorRef indicator) {
    this.indicator = indicator;
  }

  /** What it is made of. */
  public Store from(String other) {
    dataflow = other;
    return this;
  }

  /** What follows is computed anew because of a release that came late. */
  public Store because(Vintage late) {
    cause = Optional.of(late);
    return this;
  }

  public IndicatorRef indicator() {
    return indicator;
  }

  /** Calendar years of {@code JP-DIGITAL-5}. */
  public static Store ofYears() {
    return of("JP-DIGITAL-5", Frequency.A);
  }

  public static Store of(String indicatorId, Frequency frequency) {
    return new Store(new IndicatorRef(indicatorId, 1, "JP", frequency, "JPY"));
  }

  /** Of another unit than yen. */
  public static Store inUnit(String unit, String indicatorId, Frequency frequency) {
    return new Store(new IndicatorRef(indicatorId, 1, "JP", frequency, unit));
  }

  /** The events that the release leads to, one a period that it changes. */
  public List<IndicatorRecomputed> release(String id, String day, Map<String, String> figures) {
    return release(id, Instant.parse(day + "T23:50:00Z"), figures);
  }

  /** As above, at any moment. */
  public List<IndicatorRecomputed> release(String id, Instant moment, Map<String, String> figures) {
    var vintage = new Vintage(id, DataflowRef.parse(dataflow), moment);
    Optional<Ranking.Holder> before = latest();
    Map<TimePeriod, Optional<Figure>> previous = new TreeMap<>();
    figures.forEach(
        (text, value) -> {
          TimePeriod period = TimePeriod.parse(text);
          previous.put(period, Optional.ofNullable(values.get(period)));
          if (value.isEmpty()) {
            values.remove(period);
          } else {
            Figure figure = new Figure(new BigDecimal(value).movePointRight(8), vintage);
            values.put(period, figure);
            first.putIfAbsent(period, figure);
          }
        });
    var reach = new Reach(latest().map(Ranking.Holder::period), before);
    List<IndicatorRecomputed> events = new ArrayList<>();
    previous.forEach(
        (period, was) -> events.add(event(period, vintage, was, reach, figures.size())));
    return events;
  }

  private IndicatorRecomputed event(
      TimePeriod period, Vintage vintage, Optional<Figure> previous, Reach reach, int size) {
    Optional<Figure> now = Optional.ofNullable(values.get(period));
    Vintage because = cause.orElse(vintage);
    return new IndicatorRecomputed(
        indicator,
        period,
        now.map(Figure::value),
        now.isPresent() ? ObservationStatus.P : ObservationStatus.L,
        Basis.PUBLISHED_TOTAL,
        vintage,
        previous,
        Optional.ofNullable(first.get(period)).orElseThrow(),
        now.map(figure -> ranking(period, figure.value())),
        Optional.of(reach),
        Optional.of(new Batch(because.releaseId() + "/" + indicator, size, Optional.of(because))));
  }

  private Ranking ranking(TimePeriod period, BigDecimal value) {
    List<Map.Entry<TimePeriod, Figure>> like =
        values.entrySet().stream().filter(entry -> entry.getKey().isLike(period)).toList();
    int rank =
        1
            + (int)
                like.stream()
                    .filter(entry -> entry.getValue().value().compareTo(value) < 0)
                    .count();
    Optional<Ranking.Holder> lowestOther =
        like.stream()
            .filter(entry -> !entry.getKey().equals(period))
            .map(entry -> new Ranking.Holder(entry.getKey(), entry.getValue().value()))
            .min(Comparator.comparing(Ranking.Holder::value));
    TimePeriod from = like.getFirst().getKey();
    return new Ranking(
        rank,
        like.size(),
        lowestOther,
        new Ranking.Coverage(from, like.size(), like.size(), List.of()));
  }

  private Optional<Ranking.Holder> latest() {
    return values.entrySet().stream()
        .max(Map.Entry.comparingByKey())
        .map(entry -> new Ranking.Holder(entry.getKey(), entry.getValue().value()));
  }
}
