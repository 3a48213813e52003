package io.deficitwatch.metrics.jdemetra;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.sample.BojApiFile;
import io.deficitwatch.metrics.transform.SeasonalAdjustment.Adjusted;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeatsAdjustmentTest {
  private final SeatsAdjustment adjustment = new SeatsAdjustment();

  @Test
  void takesTheSeasonOutOfTheServicesBalanceOfJapan() {
    SortedMap<TimePeriod, BigDecimal> published = new TreeMap<>();
    BojApiFile.services()
        .forEach(
            (month, value) ->
                published.put(TimePeriod.parse(month), new BigDecimal(value).scaleByPowerOfTen(8)));

    Adjusted adjusted = adjustment.adjust(published).orElseThrow();

    assertThat(adjusted.values().keySet()).isEqualTo(published.keySet());
    assertThat(adjusted.diagnostics().observations()).isEqualTo(367);
    assertThat(adjusted.diagnostics().seasonalityPValue()).isLessThan(new BigDecimal("0.01"));
    assertThat(adjusted.diagnostics().residualSeasonalityPValue())
        .isGreaterThan(new BigDecimal("0.05"));
    // Over all months the season takes nothing away
    BigDecimal before = published.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal after = adjusted.values().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(after.subtract(before).abs())
        .isLessThan(before.abs().multiply(new BigDecimal("0.02")));
  }

  @Test
  void leavesAloneWhatIsTooShortOrNothing() {
    SortedMap<TimePeriod, BigDecimal> months = new TreeMap<>();
    for (int i = 0; i < 35; i++) {
      months.put(TimePeriod.parse("2020-01").plus(i), BigDecimal.valueOf(i % 12));
    }
    assertThat(adjustment.adjust(months)).isEmpty();
    months.replaceAll((_, _) -> BigDecimal.ZERO);
    months.put(TimePeriod.parse("2022-12"), BigDecimal.ZERO);
    assertThat(adjustment.adjust(months)).isEmpty();
  }
}
