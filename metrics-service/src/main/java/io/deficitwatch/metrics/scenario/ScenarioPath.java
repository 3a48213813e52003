package io.deficitwatch.metrics.scenario;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
      int years = point.period().year() - before.period().year();
      for (int year = 1; year < years; year++) {
        steps.add(
            new Step(
                before.period().plus(year),
                between(before.value(), point.value(), year, years),
                Kind.INTERPOLATED));
      }
      steps.add(new Step(point.period(), point.value(), Kind.SCENARIO));
    }
    return Optional.of(new ScenarioPath(ahead.getFirst().id(), steps));
  }

  private static BigDecimal between(BigDecimal from, BigDecimal to, int year, int years) {
    if (from.signum() == 0 || from.signum() != to.signum()) {
      return from.add(
          to.subtract(from)
              .multiply(BigDecimal.valueOf(year))
              .divide(BigDecimal.valueOf(years), 0, RoundingMode.HALF_EVEN));
    }
    BigDecimal growth = RequiredGrowth.factor(from, to, years);
    return from.multiply(growth.pow(year)).setScale(0, RoundingMode.HALF_EVEN);
  }
}
