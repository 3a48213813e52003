package io.deficitwatch.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeasonalityTest {
  private static final double[] SEASON = {-6, 2, 3, 1};

  @Test
  void keepsASeasonWholeThatEachYearRepeats() {
    double[] values = quarters(24, i -> 100 + SEASON[i % 4]);
    assertThat(Seasonality.shrunk(values, 4, false)).containsExactly(SEASON, within(1e-9));
  }

  @Test
  void drawsASeasonTowardsNoneTheMoreTheYearsDiffer() {
    double[] clear = Seasonality.shrunk(quarters(24, i -> SEASON[i % 4] + noise(i, 1)), 4, false);
    double[] vague = Seasonality.shrunk(quarters(24, i -> SEASON[i % 4] + noise(i, 6)), 4, false);
    double[] whole = Seasonality.of(quarters(24, i -> SEASON[i % 4] + noise(i, 6)), 4, false);

    assertThat(clear[0] / SEASON[0]).isBetween(0.9, 1.1);
    assertThat(vague[0] / whole[0]).isBetween(0.2, 0.95);
    for (int i = 1; i < 4; i++) {
      assertThat(vague[i] / whole[i]).isCloseTo(vague[0] / whole[0], within(1e-9));
    }
  }

  @Test
  void findsNoneInWhatIsChanceAlone() {
    int none = 0;
    for (int draw = 0; draw < 100; draw++) {
      Random chance = new Random(draw);
      RemovedSeason season = RemovedSeason.of(quarters(40, _ -> 100 + chance.nextGaussian()), 4);
      none += season.toString().equals("no season") ? 1 : 0;
      // What is left of it is small beside the chance itself
      assertThat(Arrays.stream(season.season())).allMatch(factor -> Math.abs(factor - 1) < 0.01);
    }
    assertThat(none).isGreaterThan(30);
  }

  @Test
  void drawsFactorsTowardsOne() {
    double[] factors =
        Seasonality.shrunk(
            quarters(24, i -> (200 + i) * (1 + SEASON[i % 4] / 20) + noise(i, 4)), 4, true);
    assertThat(factors[0]).isCloseTo(0.7, within(0.02));
    assertThat(IntStream.range(0, 4).mapToDouble(i -> factors[i]).average().orElseThrow())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void isNoneWithLessThanThreeYears() {
    double[] values = quarters(11, i -> 100 + SEASON[i % 4]);
    assertThat(RemovedSeason.of(values, 4)).hasToString("no season");
    assertThat(RemovedSeason.of(quarters(12, i -> 100 + SEASON[i % 4]), 4))
        .hasToString("multiplicative season");
  }

  private static double noise(int i, double size) {
    return size * new Random(i * 7919L).nextGaussian();
  }

  private static double[] quarters(int length, IntToDoubleFunction shape) {
    return IntStream.range(0, length).mapToDouble(shape).toArray();
  }
}
