package io.deficitwatch.metrics.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.jdemetra.Jdemetra;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChooseModelTest {
  private final ChooseModel models = new ChooseModel(Jdemetra.forecaster(), Jdemetra.simulation());

  @Test
  void walksFromTheLastYearOfAGappySeriesWithItsMeanDrift() {
    Path path =
        project(Map.of("2014", "-21488", "2015", "-26474", "2023", "-55360", "2024", "-66506"), 11);

    // Slope from first to last point: (-66506 + 21488) / 10 a year
    assertThat(path.method().id()).isEqualTo("RANDOM_WALK_WITH_DRIFT");
    assertThat(path.method().description()).contains("4 values from 2014 to 2024", "7 periods");
    assertThat(path.points()).hasSize(11);
    assertThat(path.points().getFirst().period()).isEqualTo(TimePeriod.parse("2025"));
    assertThat(path.points().getFirst().value()).isEqualByComparingTo("-71008");
    assertThat(path.points().getLast().period()).isEqualTo(TimePeriod.parse("2035"));
    assertThat(path.points().getLast().value()).isEqualByComparingTo("-116026");
  }

  @Test
  void widensTheIntervalsOfAShortSeriesByStudentsT() {
    Point first =
        project(Map.of("2014", "-21488", "2015", "-26474", "2023", "-55360", "2024", "-66506"), 1)
            .points()
            .getFirst();

    // Deviations of the increments from the drift, over their spacing; t(0.975, 2) = 4.3027
    double[] increments = {-4986, -28886, -11146};
    int[] apart = {1, 8, 1};
    double variance = 0;
    for (int i = 0; i < 3; i++) {
      variance += Math.pow(increments[i] + 4501.8 * apart[i], 2) / apart[i] / 2;
    }
    double half = 4.302653 * Math.sqrt(variance * (1 + 1.0 / 10));
    assertThat(width(first) / 2).isCloseTo(half, within(1.0));
    assertThat(first.interval80().lower()).isGreaterThan(first.interval95().lower());
  }

  @Test
  void widensTheIntervalWithTheHorizon() {
    List<Point> points = project(Map.of("2020", "1", "2021", "3", "2023", "4"), 9).points();
    assertThat(IntStream.range(1, points.size()))
        .allMatch(i -> width(points.get(i)) >= width(points.get(i - 1)));
  }

  @Test
  void givesNoProjectionOfTwoValues() {
    assertThat(models.project(observed(Map.of("2014", "1", "2015", "2")), 5)).isEmpty();
  }

  @Test
  void combinesAllModelsOfALongMonthlySeries() {
    Random random = new Random(7);
    Path path =
        monthly(
            120, i -> -1000 - 5 * i + 80 * Math.sin(i * Math.PI / 6) + 9 * random.nextGaussian());

    assertThat(path.method().id()).isEqualTo("COMBINATION");
    assertThat(path.method().description()).contains("ETS", "DOTM", "THETA", "ARIMA", "120 values");
    assertThat(path.points()).hasSize(60);
    assertThat(path.points().getLast().value().intValue()).isBetween(-2200, -1600);
    assertThat(path.points()).allSatisfy(ChooseModelTest::requireOrder);
  }

  @Test
  void usesOnlyTheUnbrokenEndOfALongSeries() {
    Map<String, String> values = new TreeMap<>();
    IntStream.range(1990, 2025).forEach(year -> values.put("" + year, "" + (year * year % 97)));
    values.remove("2020");
    assertThat(project(values, 3).method().id()).isEqualTo("RANDOM_WALK_WITH_DRIFT");
    values.put("2020", "50");
    assertThat(project(values, 3).method().id()).isEqualTo("COMBINATION");
  }

  @Test
  void givesTheSamePathForTheSameInput() {
    IntFunction<Double> wave = i -> 100 * Math.sin(i) + i;
    assertThat(monthly(60, wave)).isEqualTo(monthly(60, wave));
  }

  @Test
  void breaksOnNoSeries() {
    Random random = new Random(1);
    List<IntFunction<Double>> shapes =
        List.of(
            i -> 0.0,
            i -> 5.0,
            i -> 3.0 * i,
            i -> i == 30 ? 100.0 : 0.0,
            i -> 1e18 * (1 + 0.01 * random.nextGaussian()),
            i -> 1e30 * random.nextGaussian(),
            i -> (i % 2 * 2 - 1) * random.nextDouble(),
            i -> Math.exp(i / 4.0),
            i -> -Math.exp(i / 4.0));
    for (IntFunction<Double> shape : shapes) {
      for (int length : new int[] {3, 6, 36, 60}) {
        Path path = monthly(length, shape);
        assertThat(path.points()).hasSize(60).allSatisfy(ChooseModelTest::requireOrder);
        assertThat(path.method().description()).isNotBlank();
      }
    }
  }

  @Test
  void saysThatASeriesWithoutVariationTellsNothingOfUncertainty() {
    Path path = project(Map.of("2020", "7", "2021", "7", "2022", "7"), 2);
    assertThat(path.method().id()).isEqualTo("LAST_VALUE_NO_VARIATION");
    assertThat(path.points())
        .allSatisfy(point -> assertThat(point.value()).isEqualByComparingTo("7"));
  }

  private Path monthly(int length, IntFunction<Double> shape) {
    TimePeriod first = TimePeriod.parse("2014-01");
    List<Observed> observed =
        IntStream.range(0, length)
            .mapToObj(i -> new Observed(first.plus(i), BigDecimal.valueOf(shape.apply(i))))
            .toList();
    return models.project(observed, 60).orElseThrow();
  }

  private Path project(Map<String, String> values, int periods) {
    Optional<Path> path = models.project(observed(values), periods);
    return path.orElseThrow();
  }

  private static List<Observed> observed(Map<String, String> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(
                entry ->
                    new Observed(
                        TimePeriod.parse(entry.getKey()), new BigDecimal(entry.getValue())))
            .toList();
  }

  private static double width(Point point) {
    return point.interval95().upper().subtract(point.interval95().lower()).doubleValue();
  }

  private static void requireOrder(Point point) {
    assertThat(point.interval95().lower()).isLessThanOrEqualTo(point.interval80().lower());
    assertThat(point.interval80().lower()).isLessThanOrEqualTo(point.value());
    assertThat(point.value()).isLessThanOrEqualTo(point.interval80().upper());
    assertThat(point.interval80().upper()).isLessThanOrEqualTo(point.interval95().upper());
  }
}
