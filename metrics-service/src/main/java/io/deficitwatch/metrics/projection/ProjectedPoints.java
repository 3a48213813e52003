package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Quantile;
import io.deficitwatch.metrics.forecast.Sample;
import io.deficitwatch.metrics.forecast.SimulatedPaths;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes what a model computed in doubles back to figures as exact as the observed ones. */
public final class ProjectedPoints {
  // Ratios are computed to more decimals than any projection of them means
  private static final int MOST_DECIMALS = 6;

  private static final List<BigDecimal> PROBABILITIES =
      Stream.of(
              "0.01", "0.025", "0.05", "0.1", "0.2", "0.25", "0.3", "0.4", "0.5", "0.6", "0.7",
              "0.75", "0.8", "0.9", "0.95", "0.975", "0.99")
          .map(BigDecimal::new)
          .toList();

  private final List<Observed> observed;
  private final int decimals;

  private ProjectedPoints(List<Observed> observed) {
    this.observed = observed;
    this.decimals =
        observed.stream()
            .mapToInt(one -> one.value().stripTrailingZeros().scale())
            .map(scale -> Math.clamp(scale, 0, MOST_DECIMALS))
            .max()
            .orElse(0);
  }

  /**
   * The periods after the last observed one.
   *
   * @param mean point forecasts, one for each step of {@code paths}
   */
  public static List<Point> after(List<Observed> observed, double[] mean, SimulatedPaths paths) {
    ProjectedPoints points = new ProjectedPoints(observed);
    SimulatedPaths lowest = paths.furthest(Direction.DOWNWARDS);
    SimulatedPaths highest = paths.furthest(Direction.UPWARDS);
    return IntStream.rangeClosed(1, paths.steps())
        .mapToObj(
            step ->
                points.point(
                    step,
                    mean[step - 1],
                    paths.sample(step),
                    lowest.sample(step),
                    highest.sample(step)))
        .toList();
  }

  private Point point(int step, double value, Sample sample, Sample lowest, Sample highest) {
    return new Point(
        observed.getLast().period().plus(step),
        exact(value),
        interval(value, sample, 0.10),
        interval(value, sample, 0.025),
        Optional.of(interval(value, sample, 0.25)),
        Optional.of(exact(sample.quantile(0.5))),
        Optional.of(quantiles(lowest)),
        Optional.of(quantiles(highest)));
  }

  // The point must not lie outside of its own interval, as a mean may
  private Interval interval(double value, Sample sample, double tail) {
    return new Interval(
        exact(Math.min(value, sample.quantile(tail))),
        exact(Math.max(value, sample.quantile(1 - tail))));
  }

  private List<Quantile> quantiles(Sample sample) {
    return PROBABILITIES.stream()
        .map(
            probability ->
                new Quantile(probability, exact(sample.quantile(probability.doubleValue()))))
        .toList();
  }

  private BigDecimal exact(double value) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
