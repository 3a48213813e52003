package io.deficitwatch.metrics.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.projection.Projected;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossingTest {
  // Four paths of three years; the first dips in 2026 and comes back
  private static final Projected DEFICIT =
      Outlooks.of(
          "2023",
          List.of("-5", "-6"),
          new double[][] {{-6, -6, -7, -8}, {-11, -7, -8, -12}, {-9, -10, -9, -15}});

  @Test
  void countsWholePathsAndNotPeriods() {
    Crossing crossing =
        Crossing.of(DEFICIT, Threshold.of(new BigDecimal("-10")), Direction.DOWNWARDS);

    assertThat(crossing.steps())
        .extracting(step -> step.period() + " " + step.probability() + " " + step.reached())
        .containsExactly("2025 0.0000 0.0000", "2026 0.5000 0.5000", "2027 0.5000 0.7500");
    assertThat(crossing.byHalf()).contains(TimePeriod.parse("2026"));
    assertThat(crossing.byNinety()).isEmpty();
    assertThat(crossing.past()).isFalse();
  }

  @Test
  void saysThatTheLastFigureIsPastAlready() {
    Crossing crossing =
        Crossing.of(DEFICIT, Threshold.of(new BigDecimal("-6")), Direction.DOWNWARDS);

    assertThat(crossing.past()).isTrue();
    assertThat(crossing.byNinety()).contains(TimePeriod.parse("2025"));
    assertThat(Crossing.of(DEFICIT, Threshold.of(new BigDecimal("-5.9")), Direction.UPWARDS).past())
        .isFalse();
  }

  @Test
  void passesAnotherSeriesInSizeOnWhicheverSideOfZeroItLies() {
    Projected imports =
        Outlooks.of(
            "2023",
            List.of("10", "9"),
            new double[][] {{7, 7, 7, 7}, {10, 8, 8, 10}, {9, 9, 9, 9}});
    Crossing crossing = Crossing.of(DEFICIT, MovingThreshold.of(DEFICIT, imports).orElseThrow());

    assertThat(crossing.direction()).isEqualTo(Direction.DOWNWARDS);
    assertThat(crossing.past()).isFalse();
    // 2025: paths 3 and 4 reach 7; 2026: all but the second; 2027: all
    assertThat(crossing.steps())
        .extracting(step -> step.probability().toPlainString())
        .containsExactly("0.5000", "0.7500", "1.0000");
  }

  @Test
  void comparesAPeriodThatIsKnownOfTheOtherWithItsFigure() {
    Projected imports =
        Outlooks.of("2024", List.of("9", "7.5"), new double[][] {{8, 8, 8, 8}, {9, 9, 9, 9}});
    Crossing crossing = Crossing.of(DEFICIT, MovingThreshold.of(DEFICIT, imports).orElseThrow());

    assertThat(crossing.steps().getFirst().probability()).isEqualByComparingTo("0.25");
  }

  @Test
  void countsEveryPathOfTheOtherWhereOursIsCertain() {
    Projected line = Outlooks.of("2023", List.of("-5", "-6"), new double[][] {{-8}});
    Projected imports = Outlooks.of("2023", List.of("10", "9"), new double[][] {{7, 9, 7, 9}});
    Crossing crossing = Crossing.of(line, MovingThreshold.of(line, imports).orElseThrow());

    assertThat(crossing.steps().getFirst().probability()).isEqualByComparingTo("0.5");
  }

  @Test
  void hasNoMovingThresholdWithAGap() {
    Projected known = Outlooks.of("2026", List.of("9"), new double[][] {{8, 8, 8, 8}});
    assertThat(MovingThreshold.of(DEFICIT, known)).isEmpty();
  }

  @Test
  void aRecordIsTheLowestAlsoOfValuesAboveZero() {
    assertThat(Threshold.of(new BigDecimal("5")).direction()).isEqualTo(Direction.UPWARDS);
    assertThat(Threshold.liveRecord(List.of())).isEmpty();
  }

  @Test
  void hasNoMovingThresholdThatEndsEarlier() {
    Projected shorter = Outlooks.of("2023", List.of("10", "9"), new double[][] {{7, 7, 7, 7}});
    assertThat(MovingThreshold.of(DEFICIT, shorter)).isEmpty();
  }
}
