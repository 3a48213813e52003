package io.deficitwatch.metrics.crossing;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.forecast.SimulatedPaths;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.projection.Observed;
import io.deficitwatch.metrics.projection.Projected;
import io.deficitwatch.metrics.projection.ProjectedPoints;
import io.deficitwatch.metrics.projection.Steps;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a period will end of which some months are known: what is known, and the projected months
 * after it.
 *
 * @param monthsKnown of the period, in order; may be none
 * @param known their sum, base units
 * @param point of the whole period
 */
public record Nowcast(
    TimePeriod period,
    List<YearMonth> monthsKnown,
    BigDecimal known,
    Point point,
    SimulatedPaths sums) {

  public Nowcast {
    monthsKnown = List.copyOf(monthsKnown);
  }

  /** How many months have to be projected to reach the end of {@code period}. */
  public static int stepsTo(TimePeriod period, TimePeriod lastMonth) {
    return Steps.between(lastMonth, TimePeriod.ofMonth(period.lastMonth()));
  }

  /**
   * @param monthly projected to the end of {@code period} or farther
   * @return empty if the period has ended, a month of it is missing among the known ones, or the
   *     projection ends before it
   */
  public static Optional<Nowcast> of(TimePeriod period, Projected monthly) {
    YearMonth last = monthly.lastObserved().lastMonth();
    List<YearMonth> past = period.months().filter(month -> !month.isAfter(last)).toList();
    Set<YearMonth> within = Set.copyOf(past);
    List<Observed> known =
        monthly.observed().stream()
            .filter(one -> within.contains(one.period().lastMonth()))
            .toList();
    int to = stepsTo(period, monthly.lastObserved());
    int from = Math.max(1, monthly.stepOf(TimePeriod.ofMonth(period.firstMonth())));
    if (known.size() < past.size() || to < 1 || to > monthly.path().simulated().steps()) {
      return Optional.empty();
    }
    BigDecimal sum = known.stream().map(Observed::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    SimulatedPaths sums = monthly.path().simulated().sum(from, to, sum.doubleValue());
    double mean =
        IntStream.rangeClosed(from, to)
            .mapToObj(step -> monthly.path().points().get(step - 1).value())
            .collect(Collectors.reducing(BigDecimal.ZERO, BigDecimal::add))
            .add(sum)
            .doubleValue();
    // As exact as the months are
    List<Observed> before =
        monthly.observed().stream().map(one -> new Observed(period.plus(-1), one.value())).toList();
    Point point = ProjectedPoints.after(before, new double[] {mean}, sums).getFirst();
    return Optional.of(new Nowcast(period, past, sum, point, sums));
  }

  /** How likely the whole period ends lower than the figure, from 0 to 1. */
  public BigDecimal probabilityBelow(BigDecimal figure) {
    return Probabilities.exact(sums.probabilityBelow(1, figure.doubleValue()));
  }

  /** How likely the whole period ends at the threshold or past it, from 0 to 1. */
  public BigDecimal probabilityPast(BigDecimal threshold, Direction direction) {
    return Probabilities.exact(sums.probabilityPast(1, threshold.doubleValue(), direction));
  }
}
