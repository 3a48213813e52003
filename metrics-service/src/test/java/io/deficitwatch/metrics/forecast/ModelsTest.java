package io.deficitwatch.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deficitwatch.metrics.forecast.EtsForm.Season;
import io.deficitwatch.metrics.forecast.EtsForm.Trend;
import io.deficitwatch.metrics.forecast.Model.Fitted;
import io.deficitwatch.metrics.hipparchus.SimplexMinimizer;
import java.time.YearMonth;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelsTest {
  private static final double NO_TREND = 0;
  private final SimplexMinimizer minimizer = new SimplexMinimizer();
  private final Model ets = new ExponentialSmoothing(minimizer);
  private final Model dynamic = new Theta(Theta.Kind.DYNAMIC_OPTIMISED, minimizer);
  private final Model standard = new Theta(Theta.Kind.STANDARD, minimizer);

  @Test
  void smoothsExponentially() {
    EtsFilter filter =
        new EtsFilter(
            new EtsForm(false, Trend.NONE, Season.NONE), new double[] {10, 14, 12}, new double[1]);
    var parameters = new EtsFilter.Parameters(0.5, 0, 0, 1, 8, NO_TREND);
    double criterion = filter.run(parameters);

    // Levels 8, 9, 11.5, 11.75; errors 2, 5, 0.5
    Outlook outlook = filter.outlook(parameters, 3);
    assertThat(criterion).isCloseTo(3 * Math.log(29.25), within(1e-9));
    assertThat(outlook.mean()).containsExactly(11.75, 11.75, 11.75);
    // Each step adds alpha of a shock: 1, 1 + 1/4, 1 + 2/4
    assertThat(Math.pow(outlook.deviation(3) / outlook.deviation(1), 2))
        .isCloseTo(1.5, within(1e-9));
  }

  @Test
  void choosesATrendAndASeasonWhereThereAreSome() {
    Fitted fitted = fit(ets, monthly(i -> 100 + 2 * i + 20 * Math.sin(i * Math.PI / 6) + noise(i)));
    assertThat(fitted.description()).matches("ETS\\([AM],Ad?,[AM]\\)");
    assertThat(fitted.outlook().mean()[11]).isCloseTo(100 + 2 * 131 - 10, within(6.0));
  }

  @Test
  void choosesNeitherWhereThereIsNone() {
    assertThat(fit(ets, monthly(i -> -50 + noise(i))).description()).isEqualTo("ETS(A,N,N)");
  }

  @Test
  void hasNoRelativeErrorsOfValuesBelowZero() {
    Fitted fitted =
        fit(ets, monthly(i -> -100 - 3 * i + 20 * Math.cos(i * Math.PI / 6) + noise(i)));
    assertThat(fitted.description()).matches("ETS\\(A,Ad?,A\\)");
  }

  @Test
  void drawsToTheLineThroughAllValues() {
    // Of an exact line the standard method carries on with half its slope: alpha is not estimated
    for (Model theta : new Model[] {dynamic, standard}) {
      double[] mean = fit(theta, monthly(i -> 40 + 3 * i + noise(i))).outlook().mean();
      assertThat(mean[0]).isCloseTo(40 + 3 * 120, within(8.0));
      assertThat((mean[11] - mean[0]) / 11).isBetween(1.2, 3.2);
    }
  }

  @Test
  void takesASeasonOutAndPutsItBack() {
    IntToDoubleFunction shape = i -> (200 + noise(i)) * (1 + 0.3 * Math.sin(i * Math.PI / 6));
    for (Model theta : new Model[] {dynamic, standard}) {
      Fitted fitted = fit(theta, monthly(shape));
      assertThat(fitted.description()).contains("multiplicative season");
      assertThat(fitted.outlook().mean()[3]).isCloseTo(260, within(12.0));
      assertThat(fitted.outlook().mean()[9]).isCloseTo(140, within(12.0));
    }
  }

  @Test
  void followsAShockThroughTheRecursion() {
    Series yearly = new Series(YearMonth.of(1990, 1), 12, monthly(i -> 40 + noise(i)).values());
    Outlook outlook = fit(dynamic, yearly).outlook();
    assertThat(outlook.deviation(12)).isGreaterThan(outlook.deviation(1));
    assertThat(outlook.response()[0][1]).isZero();
    assertThat(outlook.response()[5][5]).isCloseTo(outlook.response()[0][0], within(1e-9));
  }

  private static Fitted fit(Model model, Series series) {
    return model.fit(series, 12).orElseThrow();
  }

  private static double noise(int i) {
    return 2 * new Random(i * 7919L).nextGaussian();
  }

  private static Series monthly(IntToDoubleFunction shape) {
    return new Series(
        YearMonth.of(2014, 1), 1, IntStream.range(0, 120).mapToDouble(shape).toArray());
  }
}
