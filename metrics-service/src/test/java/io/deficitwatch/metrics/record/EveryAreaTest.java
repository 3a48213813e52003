package io.deficitwatch.metrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.metrics.sample.Metrics;
import io.deficitwatch.metrics.sample.PublishedTable;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Definitions for every area, by the publishers' own files. */
class EveryAreaTest {
  private final Metrics metrics = new Metrics();

  @Test
  void balancesWhatUnctadHasOfEachCountry() {
    List<IndicatorRecomputed> japan = metrics.take(PublishedTable.digitallyDeliverable("JP"));
    List<IndicatorRecomputed> germany = metrics.take(PublishedTable.digitallyDeliverable("DE"));

    // 120,276 - 150,773 million dollars
    assertThat(value(japan, "DIGITALLY-DELIVERABLE/JP/A/2023")).isEqualTo("-30497000000");
    assertThat(japan).hasSize(14);
    assertThat(germany).extracting(event -> event.indicator().refArea()).containsOnly("DE");
    assertThat(value(japan, "DIGITALLY-DELIVERABLE/JP/A/2010")).startsWith("-");
  }

  @Test
  void balancesReceiptsAndPaymentsOfTwoDataflows() {
    assertThat(metrics.take(PublishedTable.charges("JP", "bx"))).isEmpty();

    List<IndicatorRecomputed> japan = metrics.take(PublishedTable.charges("JP", "bm"));

    assertThat(value(japan, "IP-CHARGES/JP/A/2023"))
        .isEqualTo(
            new BigDecimal("51912187642.264")
                .subtract(new BigDecimal("29099065928.6654"))
                .toPlainString());
  }

  private static String value(List<IndicatorRecomputed> events, String key) {
    return events.stream()
        .filter(event -> event.key().equals(key))
        .map(event -> event.value().orElseThrow())
        .map(value -> value.stripTrailingZeros().toPlainString())
        .findFirst()
        .orElseThrow();
  }
}
