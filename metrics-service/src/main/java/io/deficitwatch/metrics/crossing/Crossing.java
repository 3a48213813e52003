package io.deficitwatch.metrics.crossing;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.forecast.SimulatedPaths;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.projection.Projected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How likely a path is to be past a threshold, period by period.
 *
 * @param direction to which side it is passed; to reach it is to pass it
 * @param past whether the last observed value is past it already
 * @param steps the periods after the last observed one
 */
public record Crossing(Direction direction, boolean past, List<Step> steps) {
  private static final double HALF = 0.5;
  private static final double NINETY = 0.9;

  public Crossing {
    steps = List.copyOf(steps);
  }

  /**
   * @param probability of being past the threshold in this period, from 0 to 1, four decimals
   * @param reached of having been past it in this or an earlier projected period
   */
  public record Step(TimePeriod period, BigDecimal probability, BigDecimal reached) {}

  /** Of a figure that does not move. */
  public static Crossing of(Projected projected, Threshold threshold, Direction direction) {
    BigDecimal last = projected.observed().getLast().value();
    return counted(
        projected,
        projected.path().simulated(),
        threshold.value().doubleValue(),
        direction,
        direction == Direction.DOWNWARDS
            ? last.compareTo(threshold.value()) <= 0
            : last.compareTo(threshold.value()) >= 0);
  }

  /** How likely the path is at a figure or past it at one step. */
  public static BigDecimal probability(
      Projected projected, int step, BigDecimal figure, Direction direction) {
    return Probabilities.exact(
        projected.path().simulated().probabilityPast(step, figure.doubleValue(), direction));
  }

  /** Of another series, by the difference of the two. */
  public static Crossing of(Projected projected, MovingThreshold threshold) {
    return counted(
        projected,
        threshold.distances(),
        0,
        threshold.direction(),
        threshold.lastDistance().signum() * (threshold.direction() == Direction.DOWNWARDS ? -1 : 1)
            >= 0);
  }

  private static Crossing counted(
      Projected projected,
      SimulatedPaths paths,
      double threshold,
      Direction direction,
      boolean past) {
    SimulatedPaths furthest = paths.furthest(direction);
    return new Crossing(
        direction,
        past,
        IntStream.rangeClosed(1, paths.steps())
            .mapToObj(
                step ->
                    new Step(
                        projected.lastObserved().plus(step),
                        Probabilities.exact(paths.probabilityPast(step, threshold, direction)),
                        Probabilities.exact(furthest.probabilityPast(step, threshold, direction))))
            .toList());
  }

  /** The first period by which the threshold was passed in half of all paths. */
  public Optional<TimePeriod> byHalf() {
    return by(HALF);
  }

  /** The first period by which the threshold was passed in nine of ten paths. */
  public Optional<TimePeriod> byNinety() {
    return by(NINETY);
  }

  private Optional<TimePeriod> by(double probability) {
    return steps.stream()
        .filter(step -> step.reached().doubleValue() >= probability)
        .map(Step::period)
        .findFirst();
  }
}
