package io.deficitwatch.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.deficitwatch.metrics.forecast.Reconciliation.Sum;
import io.deficitwatch.metrics.jdemetra.Jdemetra;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  // 0 is credit 1 less debit 2; 3 likewise 4 and 5; 6 is both balances together
  private static final List<Sum> SUMS =
      List.of(
          new Sum(0, Map.of(1, 1, 2, -1)),
          new Sum(3, Map.of(4, 1, 5, -1)),
          new Sum(6, Map.of(0, 1, 3, 1)));
  private static final Reconciliation BALANCES = new Reconciliation(7, SUMS);

  @Test
  void changesMostWhatIsLeastCertain() {
    Reconciliation sum = new Reconciliation(3, List.of(new Sum(2, Map.of(0, 1, 1, 1))));

    // The parts come to 30, the total is 36; variances 1, 2 and 3
    double[] reconciled = sum.reconcile(new double[] {10, 20, 36}, new double[] {1, 2, 3});

    assertThat(reconciled[0]).isCloseTo(11, within(1e-12));
    assertThat(reconciled[1]).isCloseTo(22, within(1e-12));
    assertThat(reconciled[2]).isCloseTo(33, within(1e-12));
  }

  @Test
  void leavesAloneWhatAddsUp() {
    double[] values = {-5, 10, 15, 2, 3, 1, -3};
    assertThat(BALANCES.reconcile(values, new double[] {1, 2, 3, 4, 5, 6, 7}))
        .containsExactly(values, within(1e-12));
  }

  @Test
  void holdsExactlyAfterRounding() {
    double[] values = {-5e12, 1.03e13, 1.5e13, -2e11, 3.3e11, 5.01e11, -6.1e12};
    double[] variances = {1e22, 4e20, 9e21, 1e20, 3e19, 8e20, 5e22};

    List<BigDecimal> rounded =
        new RoundedSums(SUMS, 0).round(BALANCES.reconcile(values, variances));

    assertThat(rounded.get(0)).isEqualTo(rounded.get(1).subtract(rounded.get(2)));
    assertThat(rounded.get(3)).isEqualTo(rounded.get(4).subtract(rounded.get(5)));
    assertThat(rounded.get(6)).isEqualTo(rounded.get(0).add(rounded.get(3)));
    assertThat(rounded.get(6).doubleValue()).isBetween(-6.1e12, -4.8e12);
  }

  @Test
  void leavesTheTotalAsItIsWhereThePartsAreToFollow() {
    double[] values = {-5, 10, 16, 2, 3, 1, -3.4};
    double[] followed = BALANCES.reconcileBelow(values, new double[] {1, 2, 3, 4, 5, 6, 7});
    List<BigDecimal> rounded = new RoundedSums(SUMS, 0).round(followed, BigDecimal.valueOf(-3));

    assertThat(followed[6]).isEqualTo(-3.4);
    assertThat(followed[0] + followed[3]).isCloseTo(-3.4, within(1e-12));
    assertThat(rounded.get(6)).isEqualByComparingTo("-3");
    assertThat(rounded.get(0).add(rounded.get(3))).isEqualByComparingTo("-3");
    assertThat(rounded.get(1).subtract(rounded.get(2))).isEqualByComparingTo(rounded.get(0));
  }

  @Test
  void everyPathAddsUpAndTheTotalKeepsItsWidth() {
    SimulatedPaths total = drawn(-3, 3);
    List<SimulatedPaths> paths =
        BALANCES.reconcile(
            List.of(
                drawn(-5, 2),
                drawn(10, 1),
                drawn(16, 1),
                drawn(1, 1),
                drawn(4, 1),
                drawn(2, 1),
                total));

    for (int step = 1; step <= 2; step++) {
      for (int k = 0; k < total.size(); k += 97) {
        double credit = paths.get(1).at(step)[k];
        double debit = paths.get(2).at(step)[k];
        double balance = paths.get(0).at(step)[k];
        assertThat(balance).isCloseTo(credit - debit, within(1e-9));
        assertThat(paths.get(6).at(step)[k])
            .isCloseTo(balance + paths.get(3).at(step)[k], within(1e-9));
      }
      assertThat(width(paths.get(6), step)).isCloseTo(width(total, step), within(1e-9));
      assertThat(width(paths.get(1), step)).isBetween(2.0 * step, 6.0 * step);
    }
    // By inverse variances: -5 (4) and 10 - 16 (2) make -17/3 (4/3), 1 (1) and 4 - 2 (2) make 4/3
    // (2/3), together -13/3 (2); with -3 (9) that is -45/11
    assertThat(paths.get(6).quantile(1, 0.5)).isCloseTo(-45 / 11.0, within(1e-9));
  }

  private static double width(SimulatedPaths paths, int step) {
    return paths.quantile(step, 0.975) - paths.quantile(step, 0.025);
  }

  @Test
  void refusesSumsThatSayTheSame() {
    Sum sum = new Sum(2, Map.of(0, 1, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Reconciliation(3, List.of(sum, sum))
                    .reconcile(new double[3], new double[] {1, 1, 1}));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Reconciliation(3, List.of(sum))
                    .reconcile(new double[3], new double[] {1, 0, 1}));
  }

  private static SimulatedPaths drawn(double mean, double deviation) {
    Outlook outlook =
        new Outlook(
            new double[] {mean, mean}, new double[][] {{deviation, 0}, {deviation, deviation}});
    return Jdemetra.simulation().draw(outlook, 6, new double[] {mean, deviation});
  }
}
