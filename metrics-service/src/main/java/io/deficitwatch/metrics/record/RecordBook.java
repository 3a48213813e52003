package io.deficitwatch.metrics.record;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.event.Ranking.Holder;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The worst and the best, the streaks and the comparisons of one indicator at one frequency. */
public final class RecordBook {
  private static final MathContext RATIO = new MathContext(12, RoundingMode.HALF_EVEN);
  private final Compared compared;
  private final YearMonth validFrom;
  private final List<IndicatorHistory> histories;
  private final NavigableMap<TimePeriod, BigDecimal> values = new TreeMap<>();

  /**
   * @param histories up to the moment that is asked for
   * @param validFrom first month for which there can be values
   */
  public RecordBook(
      Collection<IndicatorHistory> histories, Compared compared, YearMonth validFrom) {
    this.compared = compared;
    this.validFrom = validFrom;
    this.histories =
        histories.stream()
            .filter(history -> compared.includes(history.period()))
            .sorted(Comparator.comparing(IndicatorHistory::period))
            .toList();
    this.histories.forEach(
        history ->
            history
                .latest()
                .flatMap(IndicatorFigure::value)
                .ifPresent(value -> values.put(history.period(), value)));
  }

  /**
   * A place from the lowest or the highest value.
   *
   * @param rank from 1; equal values share the better one
   * @param first the figure as first known
   */
  public record Place(int rank, TimePeriod period, IndicatorFigure figure, Figure first) {}

  /** Which periods the places rest on; empty without any value. */
  public Optional<Ranking.Coverage> coverage() {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(compared.coverage(values.navigableKeySet(), validFrom));
  }

  /**
   * @param highestFirst whether rank 1 is the highest value instead of the lowest
   */
  public List<Place> places(int most, boolean highestFirst) {
    Comparator<BigDecimal> order =
        highestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
    List<BigDecimal> sorted = values.values().stream().sorted(order).toList();
    Map<BigDecimal, Integer> ranks = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      ranks.putIfAbsent(sorted.get(i).stripTrailingZeros(), i + 1);
    }
    return histories.stream()
        .filter(history -> values.containsKey(history.period()))
        .map(history -> place(history, ranks))
        .sorted(Comparator.comparing(Place::rank).thenComparing(Place::period))
        .limit(most)
        .toList();
  }

  private static Place place(IndicatorHistory history, Map<BigDecimal, Integer> ranks) {
    IndicatorFigure figure = history.latest().orElseThrow();
    BigDecimal value = figure.value().orElseThrow().stripTrailingZeros();
    return new Place(
        Optional.ofNullable(ranks.get(value)).orElseThrow(),
        history.period(),
        figure,
        history.first().orElseThrow());
  }

  /** Runs of deficits, and of ever lower values. */
  public Streaks streaks() {
    return Streaks.of(values, compared);
  }

  /**
   * The latest value against the like period some years earlier.
   *
   * @param ratio of the two, to 12 significant digits; empty if the earlier is zero
   */
  public record Comparison(Holder now, Holder before, Optional<BigDecimal> ratio) {}

  /** Empty if one of the two has no value. */
  public Optional<Comparison> yearsBefore(int years) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    TimePeriod last = values.lastKey();
    TimePeriod earlier = new TimePeriod(last.frequency(), last.year() - years, last.ordinal());
    BigDecimal now = values.lastEntry().getValue();
    return Optional.ofNullable(values.get(earlier))
        .map(
            before ->
                new Comparison(
                    new Holder(last, now),
                    new Holder(earlier, before),
                    Optional.of(before)
                        .filter(divisor -> divisor.signum() != 0)
                        .map(divisor -> now.divide(divisor, RATIO))));
  }

  /**
   * Who held the lowest value from a vintage on.
   *
   * @param holder empty once nothing has a value any more
   */
  public record Holding(KnownVintage known, Optional<Holder> holder) {}

  /** How the record went from one to another, by new periods and by revisions, in order. */
  public List<Holding> holdings() {
    Map<KnownVintage, List<IndicatorHistory>> touched =
        histories.stream()
            .flatMap(
                history ->
                    history.figures().stream().map(figure -> Map.entry(figure.known(), history)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    NavigableMap<TimePeriod, BigDecimal> standing = new TreeMap<>();
    List<Holding> holdings = new ArrayList<>();
    touched.forEach(
        (known, changed) -> {
          changed.forEach(
              history ->
                  history
                      .asOf(known)
                      .latest()
                      .flatMap(IndicatorFigure::value)
                      .ifPresentOrElse(
                          value -> standing.put(history.period(), value),
                          () -> standing.remove(history.period())));
          Optional<Holder> lowest = lowest(standing);
          if (holdings.isEmpty() || !holdings.getLast().holder().equals(lowest)) {
            holdings.add(new Holding(known, lowest));
          }
        });
    return List.copyOf(holdings);
  }

  private static Optional<Holder> lowest(NavigableMap<TimePeriod, BigDecimal> standing) {
    return standing.entrySet().stream()
        .map(entry -> new Holder(entry.getKey(), entry.getValue()))
        .min(Comparator.comparing(Holder::value).thenComparing(Holder::period));
  }
}
