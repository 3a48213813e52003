package io.deficitwatch.metrics.crossing;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.forecast.SimulatedPaths;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.projection.Observed;
import io.deficitwatch.metrics.projection.Projected;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Another series as a threshold: its size, on our side of zero. A deficit passes the imports of
 * crude oil when it is as large as they are. The two are projected by themselves, and their paths
 * are independent of one another.
 *
 * @param direction to which side it is passed
 * @param distances what ours is beyond the other, path by path; past at zero
 * @param lastDistance the same in the last period in which both were observed
 */
public record MovingThreshold(
    Direction direction, SimulatedPaths distances, BigDecimal lastDistance) {

  /**
   * @return empty if no observed period has both, the other does not reach as far as ours, or has a
   *     gap where it is needed
   */
  public static Optional<MovingThreshold> of(Projected ours, Projected other) {
    Map<TimePeriod, BigDecimal> known =
        other.observed().stream().collect(Collectors.toMap(Observed::period, Observed::value));
    Optional<Observed> shared =
        ours.observed().reversed().stream()
            .filter(one -> known.containsKey(one.period()))
            .findFirst();
    int steps = ours.path().simulated().steps();
    boolean reaches =
        other.stepOf(ours.lastObserved().plus(steps)) <= other.path().simulated().steps();
    boolean whole =
        IntStream.rangeClosed(1, steps)
            .mapToObj(step -> ours.lastObserved().plus(step))
            .allMatch(period -> other.stepOf(period) > 0 || known.containsKey(period));
    if (shared.isEmpty() || !reaches || !whole) {
      return Optional.empty();
    }
    // On whichever side of zero each of the two lies
    boolean opposite =
        ours.observed().getLast().value().signum() * other.observed().getLast().value().signum()
            < 0;
    double[][] distances = new double[steps][];
    for (int step = 1; step <= steps; step++) {
      distances[step - 1] = distances(ours, other, known, step, opposite);
    }
    BigDecimal theirs = known.getOrDefault(shared.get().period(), BigDecimal.ZERO);
    BigDecimal last = shared.get().value().subtract(opposite ? theirs.negate() : theirs);
    Direction direction =
        ours.observed().getLast().value().signum() > 0 ? Direction.UPWARDS : Direction.DOWNWARDS;
    return Optional.of(new MovingThreshold(direction, SimulatedPaths.of(distances), last));
  }

  private static double[] distances(
      Projected ours,
      Projected other,
      Map<TimePeriod, BigDecimal> known,
      int step,
      boolean opposite) {
    double[] own = ours.path().simulated().at(step);
    TimePeriod period = ours.lastObserved().plus(step);
    int theirStep = other.stepOf(period);
    double[] theirs =
        theirStep > 0
            ? other.path().simulated().at(theirStep)
            : new double[] {observed(known, period)};
    // One that is certain has a single path
    double[] distances = new double[Math.max(own.length, theirs.length)];
    for (int k = 0; k < distances.length; k++) {
      double size = theirs[k % theirs.length];
      distances[k] = own[k % own.length] - (opposite ? -size : size);
    }
    return distances;
  }

  private static double observed(Map<TimePeriod, BigDecimal> known, TimePeriod period) {
    return known.getOrDefault(period, BigDecimal.ZERO).doubleValue();
  }
}
