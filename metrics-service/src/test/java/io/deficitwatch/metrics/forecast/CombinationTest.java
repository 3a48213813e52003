package io.deficitwatch.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTest {
  @Test
  void isHalfwayBetweenMeanAndMedian() {
    Outlook combined = Combination.of(List.of(one(1, 1), one(3, 1), one(5, 1), one(99, 1)));
    // Mean 27, median 4
    assertThat(combined.mean()).containsExactly(15.5);
  }

  @Test
  void errsByTheMedianDeviationHoweverFarOneGoesAstray() {
    Outlook combined = Combination.of(List.of(one(0, 1), one(0, 2), one(0, 4), one(0, 1e9)));
    assertThat(combined.deviation(1)).isCloseTo(3, within(1e-9));
  }

  @Test
  void widensByTheCalibrationOfItsFrequency() {
    Series yearly = new Series(YearMonth.of(2000, 1), 12, new double[] {0, 16, 0, 16});
    Calibration calibration = new Calibration(List.of(new Calibration.Row(1, 2, 0.5, 3)));
    Outlook outlook = new Outlook(new double[4], new double[][] {{1}, {1}, {1}, {1}});

    Outlook wide = calibration.applied(outlook, yearly);

    // 1^(3/4) * (16 * sqrt(step))^(1/4) * 2 * sqrt(step)
    assertThat(wide.deviation(1)).isCloseTo(4, within(1e-9));
    assertThat(wide.deviation(4)).isCloseTo(4 * Math.pow(2, 1.25), within(1e-9));
  }

  @Test
  void takesChangesAtTheLevelOfTheLastYear() {
    Outlook outlook = new Outlook(new double[1], new double[][] {{1}});
    Calibration calibration = new Calibration(List.of(new Calibration.Row(1, 1, 0, 3)));
    for (int sign : new int[] {1, -1}) {
      Series doubling =
          new Series(YearMonth.of(2000, 1), 12, new double[] {sign * 10, sign * 20, sign * 40});
      // Two thirds of the middle each time; of 40 now
      assertThat(calibration.applied(outlook, doubling).deviation(1))
          .isCloseTo(Math.pow(40 * 2 / 3.0, 0.25), within(1e-9));
    }
  }

  @Test
  void knowsHowFarEachFrequencyErrs() {
    Calibration calibration = Calibration.load();
    assertThat(calibration.rows()).extracting(Calibration.Row::perYear).containsExactly(1, 4, 12);
    assertThat(calibration.degreesOfFreedom(2)).isEqualTo(calibration.degreesOfFreedom(1));
    assertThat(calibration.rows())
        .allSatisfy(
            row -> {
              assertThat(row.level()).isBetween(0.5, 2.0);
              assertThat(row.growth()).isBetween(0.0, 0.5);
            });
  }

  private static Outlook one(double mean, double deviation) {
    return new Outlook(new double[] {mean}, new double[][] {{deviation}});
  }
}
