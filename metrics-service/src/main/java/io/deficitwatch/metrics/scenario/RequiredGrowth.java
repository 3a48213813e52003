package io.deficitwatch.metrics.scenario;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What an end point asks of each year on the way from a known figure, if every year grew alike.
 *
 * @param from the period that is known
 * @param figure its value and vintage
 * @param years from there to the end point, at least 1
 * @param perCentAYear growth of the distance from zero, in per cent to four decimals
 */
public record RequiredGrowth(TimePeriod from, Figure figure, int years, BigDecimal perCentAYear) {
  private static final MathContext PRECISION = new MathContext(30, RoundingMode.HALF_EVEN);
  private static final int DECIMALS = 4;
  // From above each round takes off a share of 1/degree at the least, and soon far more
  private static final int MOST_ROUNDS = 20_000;
  private static final BigDecimal ENOUGH = new BigDecimal("1e-20");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Empty if the end point is not later, or lies on the other side of zero. */
  public static Optional<RequiredGrowth> of(TimePeriod from, Figure figure, ScenarioPoint to) {
    int years = to.period().year() - from.year();
    boolean reachable =
        from.frequency() == to.period().frequency()
            && years > 0
            && figure.value().signum() != 0
            && figure.value().signum() == to.value().signum();
    return reachable
        ? Optional.of(
            new RequiredGrowth(
                from,
                figure,
                years,
                factor(figure.value(), to.value(), years)
                    .subtract(BigDecimal.ONE)
                    .multiply(HUNDRED)
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)))
        : Optional.empty();
  }

  /**
   * By what each year multiplies the one before, if every year did alike.
   *
   * @param to on the same side of zero as {@code from}
   */
  static BigDecimal factor(BigDecimal from, BigDecimal to, int years) {
    return root(to.divide(from, PRECISION), years);
  }

  /** The positive root by Newton's method, from above, where it falls until it is found. */
  private static BigDecimal root(BigDecimal of, int degree) {
    BigDecimal power = BigDecimal.valueOf(degree);
    BigDecimal root = of.max(BigDecimal.ONE);
    BigDecimal step;
    int rounds = 0;
    do {
      BigDecimal next =
          root.multiply(power.subtract(BigDecimal.ONE))
              .add(of.divide(root.pow(degree - 1, PRECISION), PRECISION))
              .divide(power, PRECISION);
      step = root.subtract(next).abs();
      root = next;
      rounds++;
    } while (step.compareTo(root.multiply(ENOUGH)) > 0 && rounds < MOST_ROUNDS);
    return root;
  }
}
