package io.deficitwatch.metrics.scenario;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A way from the latest figure through the points of one scenario. What lies between is our
 * interpolation: the same growth each year where it keeps to one side of zero, the same step where
 * it does not.
 *
 * @param steps in order, the latest figure first
 */
public record ScenarioPath(String id, List<Step> steps) {
  public ScenarioPath {
    steps = List.copyOf(steps);
  }

  /** Where a value of the path comes from. */
  public enum Kind {
    /** The latest figure that is known. */
    OBSERVED,
    /** Nobody published it: drawn between two others. */
    INTERPOLATED,
    /** A point of the scenario. */
    SCENARIO
  }

  /**
   * @param value base units; interpolated ones to the whole unit
   */
  public record Step(TimePeriod period, BigDecimal value, Kind kind) {}

  /**
   * @param from the latest period with a figure
   * @param points of one scenario, of the same frequency; those not after {@code from} are past
   * @return empty if no point lies ahead
   */
  public static Optional<ScenarioPath> of(
      TimePeriod from, Figure figure, List<ScenarioPoint> points) {
    List<ScenarioPoint> ahead =
        points.stream()
            .filter(point -> point.period().frequency() == from.frequency())
            .filter(point -> point.period().compareTo(from) > 0)
            .sorted(Comparator.comparing(ScenarioPoint::period))
            .toList();
    if (ahead.isEmpty()) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(from, figure.value(), Kind.OBSERVED));
    for (ScenarioPoint point : ahead) {
      Step before = steps.getLast();
      steps.addAll(between(before, point));
      steps.add(new Step(point.period(), point.value(), Kind.SCENARIO));
    }
    return Optional.of(new ScenarioPath(ahead.getFirst().id(), steps));
  }

  private static List<Step> between(Step from, ScenarioPoint to) {
    int years = to.period().year() - from.period().year();
    boolean onOneSide = from.value().signum() != 0 && from.value().signum() == to.value().signum();
    BigDecimal factor =
        onOneSide ? RequiredGrowth.factor(from.value(), to.value(), years) : BigDecimal.ONE;
    BigDecimal rise =
        to.value().subtract(from.value()).divide(BigDecimal.valueOf(years), MathContext.DECIMAL128);
    return IntStream.range(1, years)
        .mapToObj(
            year ->
                new Step(
                    from.period().plus(year),
                    (onOneSide
                            ? from.value().multiply(factor.pow(year, MathContext.DECIMAL128))
                            : from.value().add(rise.multiply(BigDecimal.valueOf(year))))
                        .setScale(0, RoundingMode.HALF_EVEN),
                    Kind.INTERPOLATED))
        .toList();
  }
}
