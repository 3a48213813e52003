package io.deficitwatch.benchmarks.m3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WithheldEndTest {
  @Test
  void learnsFromOneSeriesOverTimeHowMuchMoreAShortOneErrs() {
    // The long series errs more than the short one throughout, which says nothing of length
    List<WithheldEnd> ends =
        List.of(end("short", 8, 1), end("short", 12, 1), end("long", 30, 9), end("long", 40, 9));

    assertThat(WithheldEnd.shortness(ends)).isCloseTo(6, within(1e-9));
    assertThat(ends.getFirst().ofManyValues(6)).containsExactly(new double[] {1, 2}, within(1e-9));
  }

  @Test
  void doesNotTakeShortSeriesForTheSurerOnes() {
    List<WithheldEnd> ends =
        List.of(
            new WithheldEnd("one", 10, new double[] {1}),
            new WithheldEnd("one", 20, new double[] {2}));

    assertThat(WithheldEnd.shortness(ends)).isZero();
  }

  @Test
  void isNotMovedWithoutBoundByAForecastThatIsRight() {
    List<WithheldEnd> ends =
        List.of(
            new WithheldEnd("one", 10, new double[] {1}),
            new WithheldEnd("one", 20, new double[] {0}));

    assertThat(WithheldEnd.shortness(ends)).isCloseTo(Math.log(1000) * 20, within(1e-9));
  }

  private static WithheldEnd end(String id, int values, double error) {
    double wider = Math.exp(6.0 / values);
    return new WithheldEnd(id, values, new double[] {error * wider, 2 * error * wider});
  }
}
