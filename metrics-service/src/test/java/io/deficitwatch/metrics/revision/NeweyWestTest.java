package io.deficitwatch.metrics.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeweyWestTest {
  @Test
  void takesInMoreLagsOfALongerSeries() {
    assertThat(IntStream.of(10, 50, 100, 400).map(NeweyWest::lags)).containsExactly(2, 3, 4, 5);
  }

  @Test
  void widensTheErrorWhereRevisionsFollowOneAnother() {
    double[] trending = IntStream.range(0, 40).mapToDouble(t -> Math.sin(t / 6.0)).toArray();
    double[] alternating = IntStream.range(0, 40).mapToDouble(t -> t % 2 == 0 ? 1 : -1).toArray();

    assertThat(NeweyWest.standardErrorOfMean(trending).orElseThrow())
        .isGreaterThan(1.5 * plainError(trending));
    assertThat(NeweyWest.standardErrorOfMean(alternating).orElseThrow())
        .isLessThan(0.7 * plainError(alternating));
  }

  @Test
  void findsTheLineThatTheValuesLieOn() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    double[] x = random.doubles(60, 1e12, 2e12).toArray();
    double[] y = IntStream.range(0, 60).mapToDouble(t -> 5e11 - 0.3 * x[t] + t % 3 * 1e9).toArray();

    NeweyWest.Fit fit = NeweyWest.fit(y, x).orElseThrow();

    assertThat(fit.slope()).isCloseTo(-0.3, within(0.01));
    assertThat(fit.intercept()).isCloseTo(5e11, within(1e10));
    assertThat(fit.wald()).isGreaterThan(100);
  }

  @Test
  void givesNothingWithoutVariation() {
    double[] constant = IntStream.range(0, 20).mapToDouble(_ -> 0.1).toArray();
    double[] varying = IntStream.range(0, 20).mapToDouble(t -> t).toArray();

    assertThat(NeweyWest.standardErrorOfMean(constant)).isEmpty();
    assertThat(NeweyWest.fit(varying, constant)).isEmpty();
    assertThat(NeweyWest.fit(new double[20], varying)).isEmpty();
    assertThat(NeweyWest.fit(varying, varying)).isEmpty();
  }

  private static double plainError(double[] values) {
    double mean = IntStream.range(0, values.length).mapToDouble(t -> values[t]).average().orElse(0);
    double squares =
        IntStream.range(0, values.length).mapToDouble(t -> Math.pow(values[t] - mean, 2)).sum();
    return Math.sqrt(squares / values.length / (values.length - 1));
  }
}
