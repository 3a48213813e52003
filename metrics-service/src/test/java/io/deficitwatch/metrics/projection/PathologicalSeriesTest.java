package io.deficitwatch.metrics.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.jdemetra.Jdemetra;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Series that break models: what is made of each, and that it is said. */
class PathologicalSeriesTest {
  private static final int PERIODS = 60;
  private final ChooseModel models = new ChooseModel(Jdemetra.forecaster(), Jdemetra.simulation());
  private final Random random = new Random(20240210);

  @Test
  void aConstantIsCarriedOnWithoutInterval() {
    Path path = project(monthly(72, _ -> -5));
    assertThat(path.method().id()).isEqualTo("LAST_VALUE_NO_VARIATION");
    assertThat(path.method().description()).contains("say nothing of uncertainty");
    assertThat(path.points()).allSatisfy(point -> assertThat(point.value()).isEqualTo("-5"));
  }

  @Test
  void zerosAreCarriedOn() {
    Path path = project(monthly(72, _ -> 0));
    assertThat(path.method().id()).isEqualTo("LAST_VALUE_NO_VARIATION");
    assertThat(path.points()).allSatisfy(point -> assertThat(point.value()).isZero());
  }

  @Test
  void aStraightLineGoesOnAndSaysThatItKnowsNoUncertainty() {
    Path path = project(monthly(72, i -> 7 - 3 * i));
    assertThat(path.method().id()).isEqualTo("STRAIGHT_LINE_NO_VARIATION");
    assertThat(path.points().getLast().value()).isEqualByComparingTo("-386");
  }

  @Test
  void oneSpikeIsNotTakenForATrend() {
    Path path = project(monthly(72, i -> i == 40 ? 1_000 : 0));
    assertThat(path.points()).allSatisfy(this::requireOrder);
    assertThat(path.points())
        .allSatisfy(point -> assertThat(point.value().abs()).isLessThan(BigDecimal.valueOf(200)));
  }

  @Test
  void aGapNearTheEndLeavesARandomWalkOverTheWholeSeries() {
    List<Observed> observed =
        new ArrayList<>(monthly(72, i -> 100 + i + 5 * random.nextGaussian()));
    observed.removeIf(one -> one.period().equals(TimePeriod.parse("2018-06")));
    Path path = project(observed);
    assertThat(path.method().id()).isEqualTo("RANDOM_WALK_WITH_DRIFT");
    assertThat(path.method().description()).contains("1 periods between them missing");
    assertThat(path.points()).allSatisfy(this::requireOrder);
  }

  @Test
  void sixPointsGiveARandomWalkWithWideIntervals() {
    Path path = project(monthly(6, _ -> random.nextGaussian() * 100));
    assertThat(path.method().id()).isEqualTo("RANDOM_WALK_WITH_DRIFT");
    assertThat(path.points()).hasSize(PERIODS).allSatisfy(this::requireOrder);
  }

  @Test
  void aSeriesThatChangesSignEveryMonthIsModelled() {
    requireModelled(project(monthly(72, i -> (i % 2 * 2 - 1) * 1e6 * random.nextDouble())));
  }

  @Test
  void aNegativeSeriesIsAsGoodAsItsMirrorImage() {
    IntToDoubleFunction wave = i -> 1e12 + 1e10 * i + 1e11 * Math.sin(i * Math.PI / 6) + noise(i);
    Path up = project(monthly(72, i -> Math.rint(wave.applyAsDouble(i))));
    Path down = project(monthly(72, i -> -Math.rint(wave.applyAsDouble(i))));
    requireModelled(down);
    // The positive one may have a multiplicative season, the negative one never has
    for (int i = 0; i < PERIODS; i++) {
      double above = up.points().get(i).value().doubleValue();
      assertThat(-down.points().get(i).value().doubleValue() / above).isBetween(0.8, 1.2);
    }
  }

  @Test
  void valuesOf1e18LoseNothing() {
    IntToDoubleFunction shape = i -> 1 + 0.01 * i + 1e-11 * noise(i);
    Path small = project(monthly(72, i -> 1e6 * shape.applyAsDouble(i)));
    Path large = project(monthly(72, i -> 1e18 * shape.applyAsDouble(i)));
    requireModelled(large);
    assertThat(
            large.points().getLast().value().doubleValue()
                / small.points().getLast().value().doubleValue())
        .isBetween(0.99e12, 1.01e12);
  }

  @Test
  void explosiveGrowthStaysFinite() {
    requireModelled(project(monthly(72, i -> -Math.exp(i / 4.0))));
  }

  @Test
  void theSamePathsFollowFromTheSameSeries() {
    List<Observed> observed = monthly(72, i -> 100 + noise(i) / 1e9);
    assertThat(project(observed)).isEqualTo(project(observed));
  }

  private double noise(int i) {
    return 1e10 * new Random(i).nextGaussian();
  }

  private void requireModelled(Path path) {
    assertThat(path.method().id()).isEqualTo("COMBINATION");
    assertThat(path.method().description()).contains("ETS(", "DOTM(", "THETA(", "72 values");
    assertThat(path.points()).hasSize(PERIODS).allSatisfy(this::requireOrder);
  }

  private void requireOrder(Point point) {
    assertThat(point.interval95().lower()).isLessThanOrEqualTo(point.interval80().lower());
    assertThat(point.interval80().lower())
        .isLessThanOrEqualTo(point.interval50().orElseThrow().lower());
    assertThat(point.interval50().orElseThrow().lower()).isLessThanOrEqualTo(point.value());
    assertThat(point.value()).isLessThanOrEqualTo(point.interval50().orElseThrow().upper());
    assertThat(point.interval50().orElseThrow().upper())
        .isLessThanOrEqualTo(point.interval80().upper());
    assertThat(point.interval80().upper()).isLessThanOrEqualTo(point.interval95().upper());
    assertThat(point.interval95().lower()).isLessThan(point.interval95().upper());
  }

  private Path project(List<Observed> observed) {
    return models.project(observed, PERIODS).orElseThrow();
  }

  private static List<Observed> monthly(int length, IntToDoubleFunction shape) {
    TimePeriod first = TimePeriod.parse("2014-01");
    return IntStream.range(0, length)
        .mapToObj(i -> new Observed(first.plus(i), BigDecimal.valueOf(shape.applyAsDouble(i))))
        .toList();
  }
}
