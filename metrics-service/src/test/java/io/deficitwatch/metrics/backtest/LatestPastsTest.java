package io.deficitwatch.metrics.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatestPastsTest {
  @Test
  void haveTheLatestReleasesAndBeforeThemTheFirstThatReachedAPeriod() {
    assertThat(chosen(2, "d-2024", "c-2024", "b-2024", "a-2024", "z-2023", "y-2023", "x-2022"))
        .containsExactly("y-2023", "a-2024", "c-2024", "d-2024");
  }

  @Test
  void endWithAsManyPeriods() {
    assertThat(chosen(1, "b-2024", "a-2024", "z-2023")).containsExactly("a-2024", "b-2024");
  }

  @Test
  void areAllReleasesWhereTheseAreFew() {
    assertThat(chosen(48, "b-2024", "a-2024", "z-2023"))
        .containsExactly("z-2023", "a-2024", "b-2024");
  }

  /** Of releases named by themselves and the last year that they knew, the newest first. */
  private static List<String> chosen(int most, String... releases) {
    var pasts = new LatestPasts(most);
    for (String release : releases) {
      if (!pasts.isFull()) {
        pasts.take(past(release));
      }
    }
    return pasts.chosen().stream()
        .map(past -> past.getFirst().latest().orElseThrow().known().vintage().releaseId())
        .toList();
  }

  private static List<IndicatorHistory> past(String release) {
    Instant moment = Instant.parse("2025-02-08T00:00:00Z");
    int year = Integer.parseInt(release.substring(2));
    var known = new KnownVintage(new Vintage(release, DataflowRef.parse("TEST:B"), moment), moment);
    return List.of(
        new IndicatorHistory(
            new TimePeriod(Frequency.A, year, 1),
            List.of(
                new IndicatorFigure(
                    known, Optional.of(BigDecimal.ONE), ObservationStatus.A, Basis.COMPONENTS))));
  }
}
