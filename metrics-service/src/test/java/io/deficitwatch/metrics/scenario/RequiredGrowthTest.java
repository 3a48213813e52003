package io.deficitwatch.metrics.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredGrowthTest {
  // (10 / 6.85)^(1/6) and (28 / 6.85)^(1/11), reckoned apart
  @ParameterizedTest
  @CsvSource({
    "2024, -6.85, 2030, -10, 6.5087",
    "2024, -6.85, 2035, -28, 13.6548",
    "2024, -5,    2026, -5,  0.0000",
    "2024, -8,    2025, -4,  -50.0000"
  })
  void isTheSameEachYear(
      String from, BigDecimal value, String to, BigDecimal target, String expected) {
    assertThat(
            RequiredGrowth.of(TimePeriod.parse(from), figure(value), point(to, target))
                .orElseThrow()
                .perCentAYear())
        .isEqualTo(new BigDecimal(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "2024, -1, 2024, -2",
    "2024, 1, 2030, -2",
    "2024, 0, 2030, -2",
    "FY2024, -1, 2030, -2"
  })
  void isNoneWhereNoGrowthLeads(String from, BigDecimal value, String to, BigDecimal target) {
    assertThat(RequiredGrowth.of(TimePeriod.parse(from), figure(value), point(to, target)))
        .isEmpty();
  }

  private static Figure figure(BigDecimal value) {
    return new Figure(value, new Vintage("r", DataflowRef.parse("A:B"), Instant.EPOCH));
  }

  private static ScenarioPoint point(String period, BigDecimal value) {
    return new ScenarioPoint(
        "P",
        new LocalizedText("P", "P"),
        TimePeriod.parse(period),
        value,
        new ScenarioPoint.Origin("METI", "2025", "made up", List.of("here")),
        List.of());
  }
}
