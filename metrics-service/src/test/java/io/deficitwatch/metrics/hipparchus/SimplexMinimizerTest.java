package io.deficitwatch.metrics.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimplexMinimizerTest {
  private final SimplexMinimizer minimizer = new SimplexMinimizer();

  @Test
  void findsTheBottomOfABowl() {
    double[] found =
        minimizer.minimize(
            x -> Math.pow(x[0] - 3, 2) + Math.pow(x[1] + 1, 2), new double[] {0, 0}, 0.5);
    assertThat(found[0]).isCloseTo(3, within(0.05));
    assertThat(found[1]).isCloseTo(-1, within(0.05));
  }

  @Test
  void staysWhereTheFunctionIsDefined() {
    double[] found =
        minimizer.minimize(x -> x[0] < 1 ? Double.POSITIVE_INFINITY : x[0], new double[] {2}, 0.5);
    assertThat(found[0]).isBetween(1.0, 1.1);
  }

  @Test
  void givesTheBestPlaceWhenItsBudgetIsSpent() {
    // It falls for ever
    double[] found = minimizer.minimize(x -> -Math.exp(x[0]), new double[] {0}, 0.5);
    assertThat(found[0]).isGreaterThan(3);
  }
}
