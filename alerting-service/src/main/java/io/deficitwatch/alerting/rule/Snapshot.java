package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A series as it stood once a release was known; moves on from release to release. */
public final class Snapshot {
  private final IndicatorRef indicator;
  private final Optional<TimePeriod> validFrom;
  private final TreeMap<TimePeriod, Figure> figures = new TreeMap<>();
  private final Map<TimePeriod, Figure> first = new HashMap<>();

  public Snapshot(SeriesHistory history) {
    indicator = history.indicator();
    validFrom = history.validFrom();
  }

  public IndicatorRef indicator() {
    return indicator;
  }

  /**
   * Takes over what a release said.
   *
   * @return the figures that stood there before, of those periods that had one
   */
  public Map<TimePeriod, Figure> apply(Collection<Fact> facts) {
    Map<TimePeriod, Figure> before = new HashMap<>();
    for (Fact fact : facts) {
      Optional.ofNullable(figures.get(fact.period()))
          .ifPresent(former -> before.put(fact.period(), former));
      fact.value()
          .map(value -> new Figure(value, fact.vintage()))
          .ifPresentOrElse(figure -> put(fact.period(), figure), () -> remove(fact.period()));
    }
    return before;
  }

  private void put(TimePeriod period, Figure figure) {
    figures.put(period, figure);
    first.putIfAbsent(period, figure);
  }

  private void remove(TimePeriod period) {
    figures.remove(period);
  }

  public Optional<Figure> figure(TimePeriod period) {
    return Optional.ofNullable(figures.get(period));
  }

  public Optional<BigDecimal> value(TimePeriod period) {
    return figure(period).map(Figure::value);
  }

  /** As first known. */
  Optional<Figure> first(TimePeriod period) {
    return Optional.ofNullable(first.get(period));
  }

  /** The latest period that has a value. */
  public Optional<TimePeriod> latest() {
    return figures.isEmpty() ? Optional.empty() : Optional.of(figures.lastKey());
  }

  /** The other like periods that have a value, in order. */
  Stream<TimePeriod> othersLike(TimePeriod period) {
    return figures.keySet().stream().filter(other -> other.isLike(period) && !other.equals(period));
  }

  /** The place of the value of a period among like periods; empty if it has none. */
  public Optional<Ranking> ranking(TimePeriod period) {
    return value(period).map(value -> ranking(period, value));
  }

  private Ranking ranking(TimePeriod period, BigDecimal value) {
    List<Ranking.Holder> others =
        othersLike(period)
            .map(other -> new Ranking.Holder(other, value(other).orElseThrow()))
            .toList();
    int lower = (int) others.stream().filter(other -> other.value().compareTo(value) < 0).count();
    return new Ranking(
        1 + lower,
        others.size() + 1,
        others.stream().min(Comparator.comparing(Ranking.Holder::value)),
        coverage(period, others));
  }

  private Ranking.Coverage coverage(TimePeriod period, List<Ranking.Holder> others) {
    TimePeriod earliest = others.isEmpty() ? period : min(others.getFirst().period(), period);
    TimePeriod last = others.isEmpty() ? period : max(others.getLast().period(), period);
    TimePeriod from = earliest;
    for (TimePeriod back = yearBefore(earliest);
        validFrom.isPresent() && back.compareTo(validFrom.get()) >= 0;
        back = yearBefore(back)) {
      from = back;
    }
    List<TimePeriod> missing = new ArrayList<>();
    int expected = 0;
    for (TimePeriod like = from; like.compareTo(last) <= 0; like = yearAfter(like)) {
      expected++;
      if (!figures.containsKey(like)) {
        missing.add(like);
      }
    }
    return new Ranking.Coverage(from, expected, others.size() + 1, missing);
  }

  private static TimePeriod yearBefore(TimePeriod period) {
    return new TimePeriod(period.frequency(), period.year() - 1, period.ordinal());
  }

  private static TimePeriod yearAfter(TimePeriod period) {
    return new TimePeriod(period.frequency(), period.year() + 1, period.ordinal());
  }

  private static TimePeriod min(TimePeriod a, TimePeriod b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static TimePeriod max(TimePeriod a, TimePeriod b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
