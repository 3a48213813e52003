package io.deficitwatch.metrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.observation.KnownVintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AreaRankingTest {
  private static final Map<String, IndicatorFigure> FIGURES =
      Map.of(
          "JP",
          figure("-30.5"),
          "DE",
          figure("2"),
          "FR",
          figure("2.0"),
          "WLD",
          figure("-99"),
          "XKX",
          figure("1"));

  @Test
  void ranksCountriesAndListsGroupsAfterThem() {
    assertThat(AreaRanking.of(FIGURES, false))
        .extracting(place -> place.refArea() + place.rank().map(rank -> " " + rank).orElse(" none"))
        .containsExactly("JP 1", "XKX 2", "DE 3", "FR 3", "WLD none");
  }

  @Test
  void startsFromTheHighestWhereAsked() {
    assertThat(AreaRanking.of(FIGURES, true))
        .extracting(place -> place.refArea() + place.rank().map(rank -> " " + rank).orElse(" none"))
        .containsExactly("DE 1", "FR 1", "XKX 3", "JP 4", "WLD none");
  }

  private static IndicatorFigure figure(String value) {
    Instant moment = Instant.parse("2025-01-01T00:00:00Z");
    return new IndicatorFigure(
        new KnownVintage(new Vintage("r", DataflowRef.parse("UNCTAD:DE"), moment), moment),
        Optional.of(new BigDecimal(value)),
        ObservationStatus.A,
        Basis.COMPONENTS);
  }
}
