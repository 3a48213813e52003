package io.deficitwatch.metrics.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.projection.Projected;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class NowcastTest {
  // Ten months of 2025 known, November to February projected by two paths
  private static final Projected MONTHS =
      Outlooks.of(
          "2024-12",
          List.of("-9", "-1", "-1", "-1", "-1", "-1", "-1", "-1", "-1", "-1", "-1"),
          new double[][] {{-1, -3}, {-1, -5}, {-2, -2}, {-2, -2}});

  @Test
  void addsThePathsOfTheMonthsToComeToThoseKnown() {
    Nowcast year = Nowcast.of(TimePeriod.parse("2025"), MONTHS).orElseThrow();

    assertThat(year.monthsKnown()).hasSize(10);
    assertThat(year.known()).isEqualByComparingTo("-10");
    assertThat(year.point().period()).isEqualTo(TimePeriod.parse("2025"));
    assertThat(year.point().value()).isEqualByComparingTo("-15");
    assertThat(year.probabilityPast(new BigDecimal("-15"), Direction.DOWNWARDS))
        .isEqualByComparingTo("0.5");
    assertThat(year.probabilityBelow(new BigDecimal("-14"))).isEqualByComparingTo("0.5");
    assertThat(year.probabilityBelow(new BigDecimal("-13"))).isEqualByComparingTo("0.5");
    assertThat(year.probabilityPast(new BigDecimal("-12"), Direction.DOWNWARDS))
        .isEqualByComparingTo("1");
  }

  @Test
  void speaksOfAPeriodOfWhichNothingIsKnown() {
    Nowcast quarter = Nowcast.of(TimePeriod.parse("2025-Q4"), MONTHS).orElseThrow();
    assertThat(quarter.known()).isEqualByComparingTo("-1");
    Projected longer =
        Outlooks.of(
            "2025-12", List.of("-1"), new double[][] {{-1, -3}, {-1, -5}, {-2, -2}, {-2, -2}});
    assertThat(Nowcast.of(TimePeriod.parse("2026-Q1"), longer).orElseThrow().monthsKnown())
        .isEmpty();
  }

  @Test
  void saysNothingOfAPeriodThatEndedOrHasAHoleOrLiesBeyond() {
    assertThat(Nowcast.of(TimePeriod.parse("2024"), MONTHS)).isEmpty();
    assertThat(Nowcast.of(TimePeriod.parse("2026"), MONTHS)).isEmpty();
    Projected without =
        Outlooks.of("2025-02", List.of("-1"), new double[][] {{-1, -3}, {-1, -5}, {-2, -2}});
    assertThat(Nowcast.of(TimePeriod.parse("2025-Q1"), without)).isEmpty();
  }
}
