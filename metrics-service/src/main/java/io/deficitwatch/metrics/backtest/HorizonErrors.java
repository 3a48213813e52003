package io.deficitwatch.metrics.backtest;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.metrics.backtest.Origin.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Errors of all projections of one step ahead.
 *
 * @param step periods ahead, from 1
 * @param projections how many
 * @param meanError what came less what was projected, base units: below zero, deficits came larger
 * @param meanAbsoluteError base units
 * @param rootMeanSquaredError base units
 * @param relativeError mean absolute error by that of "as the last value"; below 1 is better; empty
 *     if nothing ever changed
 * @param held how often the intervals held what came
 */
public record HorizonErrors(
    int step,
    int projections,
    BigDecimal meanError,
    BigDecimal meanAbsoluteError,
    BigDecimal rootMeanSquaredError,
    Optional<BigDecimal> relativeError,
    Held held) {
  private static final MathContext PRECISION = new MathContext(8, RoundingMode.HALF_EVEN);
  private static final int DECIMALS = 4;

  /** One projection of this step, with the value it started from. */
  record Made(Step step, BigDecimal lastValue) {}

  static HorizonErrors of(int step, List<Made> made) {
    BigDecimal count = BigDecimal.valueOf(made.size());
    BigDecimal absolute = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    BigDecimal naive = BigDecimal.ZERO;
    for (Made one : made) {
      BigDecimal error = one.step().error();
      sum = sum.add(error);
      absolute = absolute.add(error.abs());
      squares = squares.add(error.multiply(error));
      naive = naive.add(one.step().actual().subtract(one.lastValue()).abs());
    }
    return new HorizonErrors(
        step,
        made.size(),
        plain(sum.divide(count, PRECISION)),
        plain(absolute.divide(count, PRECISION)),
        plain(squares.divide(count, PRECISION).sqrt(PRECISION)),
        naive.signum() == 0
            ? Optional.empty()
            : Optional.of(absolute.divide(naive, DECIMALS, RoundingMode.HALF_EVEN)),
        Held.of(made.stream().map(Made::step).toList()));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * Shares of intervals that held what came, from 0 to 1.
   *
   * @param fifty of the 50 % intervals; empty if there were none
   */
  public record Held(
      int projections, Optional<BigDecimal> fifty, BigDecimal eighty, BigDecimal ninetyFive) {
    static Held of(List<Step> steps) {
      List<Step> withFifty = steps.stream().filter(step -> step.interval50().isPresent()).toList();
      return new Held(
          steps.size(),
          withFifty.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  share(
                      withFifty.stream()
                          .filter(
                              step ->
                                  step.interval50()
                                      .filter(interval -> holds(interval, step))
                                      .isPresent())
                          .count(),
                      withFifty.size())),
          share(
              steps.stream().filter(step -> holds(step.interval80(), step)).count(), steps.size()),
          share(
              steps.stream().filter(step -> holds(step.interval95(), step)).count(), steps.size()));
    }

    private static boolean holds(Interval interval, Step step) {
      return interval.lower().compareTo(step.actual()) <= 0
          && interval.upper().compareTo(step.actual()) >= 0;
    }

    private static BigDecimal share(long of, int all) {
      return BigDecimal.valueOf(of)
          .divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_EVEN);
    }
  }
}
