package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.metrics.forecast.SimulatedPaths;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Carries a series on that does not vary at all about its last value or a straight line: it gives
 * no measure of what is uncertain, and the path says so.
 */
final class StraightOn implements ForecastModel {
  static final String CONSTANT = "LAST_VALUE_NO_VARIATION";
  static final String LINE = "STRAIGHT_LINE_NO_VARIATION";

  // What rounding makes of a straight line
  private static final double NO_VARIATION = 1e-12;

  /** Whether nothing but rounding lies between the values and a straight line. */
  static boolean isStraight(List<Observed> observed) {
    Observed first = observed.getFirst();
    Observed last = observed.getLast();
    double from = first.value().doubleValue();
    double rise =
        (last.value().doubleValue() - from) / Steps.between(first.period(), last.period());
    double largest =
        observed.stream().mapToDouble(one -> Math.abs(one.value().doubleValue())).max().orElse(0);
    return observed.stream()
        .allMatch(
            one ->
                Math.abs(
                        one.value().doubleValue()
                            - from
                            - rise * Steps.between(first.period(), one.period()))
                    <= NO_VARIATION * largest);
  }

  @Override
  public Optional<Path> forecast(List<Observed> observed, int periods) {
    Observed first = observed.getFirst();
    Observed last = observed.getLast();
    double value = last.value().doubleValue();
    double rise =
        (value - first.value().doubleValue()) / Steps.between(first.period(), last.period());
    double[] path =
        IntStream.rangeClosed(1, periods).mapToDouble(step -> value + rise * step).toArray();
    SimulatedPaths certain = SimulatedPaths.certain(path);
    return Optional.of(
        new Path(
            method(rise == 0, observed.size()),
            ProjectedPoints.after(observed, path, certain),
            certain));
  }

  private static Method method(boolean constant, int observations) {
    return new Method(
        constant ? CONSTANT : LINE,
        "%s: the observed values do not vary about %s, so they say nothing of uncertainty and the intervals have no width."
            .formatted(
                constant ? "The last value carried on" : "A straight line carried on",
                constant ? "it" : "the line"),
        observations);
  }
}
