package io.deficitwatch.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.jdemetra.Jdemetra;
import org.junit.jupiter.api.Test;

class SimulatedPathsTest {
  // Four paths: 1 5 1, 2 2 2, 3 1 3, 4 4 0
  private final SimulatedPaths paths =
      SimulatedPaths.of(new double[][] {{1, 2, 3, 4}, {5, 2, 1, 4}, {1, 2, 3, 0}});

  @Test
  void countsThePathsThatAreBelowAThresholdInOnePeriod() {
    assertThat(paths.probabilityBelow(1, 3)).isEqualTo(0.5);
    assertThat(paths.probabilityBelow(3, 3)).isEqualTo(0.75);
    assertThat(paths.probabilityPast(1, 3, Direction.DOWNWARDS)).isEqualTo(0.75);
    assertThat(paths.probabilityPast(1, 3, Direction.UPWARDS)).isEqualTo(0.5);
  }

  @Test
  void countsThePathsThatWereThereByThenAndNotOnlyThoseThatAreThereThen() {
    assertThat(paths.probabilityReached(1, 4, Direction.UPWARDS)).isEqualTo(0.25);
    assertThat(paths.probabilityReached(2, 4, Direction.UPWARDS)).isEqualTo(0.5);
    assertThat(paths.probabilityReached(3, 4, Direction.UPWARDS)).isEqualTo(0.5);
    assertThat(paths.probabilityPast(3, 4, Direction.UPWARDS)).isZero();
    assertThat(paths.probabilityReached(3, 0.5, Direction.DOWNWARDS)).isEqualTo(0.25);
  }

  @Test
  void readsTheSameFromTheQuantilesOfTheExtremes() {
    Sample lowest = paths.furthest(3, Direction.DOWNWARDS);
    // 0 1 1 2
    assertThat(lowest.quantile(0.125)).isZero();
    assertThat(lowest.quantile(0.5)).isEqualTo(1);
    assertThat(lowest.quantile(1)).isEqualTo(2);
    assertThat(paths.furthest(Direction.DOWNWARDS).sample(3).quantile(0.25)).isEqualTo(0.5);
    assertThat(paths.furthest(Direction.UPWARDS).at(2)).containsExactly(5, 2, 3, 4);
  }

  @Test
  void interpolatesQuantilesBetweenPaths() {
    assertThat(paths.quantile(1, 0.5)).isEqualTo(2.5);
    assertThat(paths.quantile(1, 0)).isEqualTo(1);
    assertThat(paths.quantile(1, 1)).isEqualTo(4);
    assertThatIllegalArgumentException().isThrownBy(() -> paths.quantile(1, 1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> paths.quantile(4, 0.5));
  }

  @Test
  void addsTheRestOfAYearToWhatIsKnownOfIt() {
    assertThat(paths.sum(2, 3, 10).at(1)).containsExactly(16, 14, 14, 14);
    assertThatIllegalArgumentException().isThrownBy(() -> paths.sum(3, 2, 0));
  }

  @Test
  void subtractsDebitsPathByPath() {
    assertThat(paths.plus(paths, -1).at(2)).containsOnly(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.plus(SimulatedPaths.certain(1, 2, 3), 1));
  }

  @Test
  void areAsCorrelatedAsTheShocksOfTheOutlook() {
    // A random walk: correlation of steps 1 and 4 is 1/2; half a unit a step is certain
    double[] mean = {0.5, 1, 1.5, 2};
    double[][] response = {{3, 0, 0, 0}, {3, 3, 0, 0}, {3, 3, 3, 0}, {3, 3, 3, 3}};
    SimulatedPaths walk = draw(new Outlook(mean, response), 1, 2, 3);

    assertThat(walk.size()).isEqualTo(PathSimulation.PATHS);
    assertThat(walk.quantile(4, 0.5)).isCloseTo(2, within(1e-9));
    double product = 0;
    double squares = 0;
    for (int k = 0; k < walk.size(); k++) {
      product += (walk.at(1)[k] - 0.5) * (walk.at(4)[k] - 2) / walk.size();
      squares += Math.pow(walk.at(4)[k] - 2, 2) / walk.size();
    }
    // Student's t with 6 degrees of freedom has variance 6 / 4
    assertThat(squares).isCloseTo(36 * 1.5, within(0.5));
    assertThat(product / Math.sqrt(squares * 9 * 1.5)).isCloseTo(0.5, within(0.05));
  }

  @Test
  void areTheSameForTheSameSeriesAndOthersForAnother() {
    Outlook outlook = new Outlook(new double[] {0, 0}, new double[][] {{1, 0}, {1, 1}});
    assertThat(draw(outlook, 1, 2, 3)).isEqualTo(draw(outlook, 1, 2, 3));
    assertThat(draw(outlook, 1, 2, 3)).isNotEqualTo(draw(outlook, 1, 2, 3.0000001));
  }

  private static SimulatedPaths draw(Outlook outlook, double... series) {
    return Jdemetra.simulation().draw(outlook, 6, series);
  }
}
