package io.deficitwatch.benchmarks.m3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deficitwatch.benchmarks.m3.M3Series.Frequency;
import io.deficitwatch.metrics.forecast.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private static final Path COMPETITION =
      Path.of(System.getProperty("deficitwatch.shared", "../shared"), "data/forecasting/m3.csv");

  // Mean change of 2 a year
  private final M3Series series =
      new M3Series(
          "N",
          new Series(YearMonth.of(2000, 1), 12, new double[] {10, 12, 10}),
          new double[] {8, 12});

  @Test
  void scalesErrorsByTheirOwnSizeAndByThatOfTheNaiveForecast() {
    Scores scores = new Scores();
    scores.point(series, new double[] {12, 12});

    // 200 * 4 / 20 and 0; errors 4 and 0 over 2
    assertThat(scores.smape()).isCloseTo(20, within(1e-12));
    assertThat(scores.mase()).isCloseTo(1, within(1e-12));
  }

  @Test
  void addsToTheWidthOfAnIntervalFortyTimesWhatIsOutside() {
    Scores scores = new Scores();
    scores.interval(series, new double[] {9, 11}, new double[] {13, 13});

    // 4 + 40 * 1 and 2, over 2
    assertThat(scores.msis()).isCloseTo((44 + 2) / 2.0 / 2, within(1e-12));
    assertThat(scores.coverage()).isEqualTo(0.5);
  }

  @Test
  void withholdsTheEndOfTheTrainingPart() {
    M3Series end = series.holdout(0, 1).orElseThrow();
    assertThat(end.train().values()).containsExactly(10);
    assertThat(end.test()).containsExactly(12, 10);
    assertThat(series.holdout(0, 2)).isEmpty();
  }

  @Test
  void givesNaive2WhatWasPublished() throws IOException {
    assumeTrue(Files.exists(COMPETITION), "the M3 series are not there");
    assertThat(naive2(Frequency.YEARLY)).isEqualTo("645 17.88 3.172");
    // Published 9.95 / 1.238 and 16.89 / 1.037, by another test of season, which is not documented
    assertThat(naive2(Frequency.QUARTERLY)).isEqualTo("756 10.03 1.252");
    assertThat(naive2(Frequency.MONTHLY)).isEqualTo("1428 16.76 1.038");
  }

  private static String naive2(Frequency frequency) throws IOException {
    Scores scores = new Scores();
    List<M3Series> all = M3Series.read(COMPETITION, frequency);
    all.forEach(series -> scores.point(series, Naive2.forecast(series)));
    return "%d %.2f %.3f".formatted(scores.series(), scores.smape(), scores.mase());
  }
}
