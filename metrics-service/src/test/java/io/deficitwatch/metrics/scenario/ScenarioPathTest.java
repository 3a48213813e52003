package io.deficitwatch.metrics.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioPathTest {
  private static final Figure FIGURE =
      new Figure(
          new BigDecimal("-1000000"),
          new Vintage("r", DataflowRef.parse("TEST:S"), Instant.parse("2025-02-10T00:00:00Z")));

  @Test
  void growsAlikeEachYearAndMarksWhatNobodyPublished() {
    assertThat(path("2026 -1210000", "2028 -4840000"))
        .containsExactly(
            "2024 -1000000 OBSERVED",
            "2025 -1100000 INTERPOLATED",
            "2026 -1210000 SCENARIO",
            "2027 -2420000 INTERPOLATED",
            "2028 -4840000 SCENARIO");
  }

  @Test
  void stepsAlikeWhereItPassesZero() {
    assertThat(path("2026 500000"))
        .containsExactly(
            "2024 -1000000 OBSERVED", "2025 -250000 INTERPOLATED", "2026 500000 SCENARIO");
  }

  @Test
  void hasNoPathToThePast() {
    assertThat(path("2024 -5", "2023 -5")).isEmpty();
  }

  private static List<String> path(String... points) {
    return ScenarioPath.of(
            TimePeriod.parse("2024"),
            FIGURE,
            Arrays.stream(points).map(ScenarioPathTest::point).toList())
        .map(
            path ->
                path.steps().stream()
                    .map(step -> "%s %s %s".formatted(step.period(), step.value(), step.kind()))
                    .toList())
        .orElse(List.of());
  }

  private static ScenarioPoint point(String text) {
    String[] parts = text.split(" ");
    return new ScenarioPoint(
        "TEST",
        new LocalizedText("test", "試験"),
        TimePeriod.parse(parts[0]),
        new BigDecimal(parts[1]),
        new ScenarioPoint.Origin("p", "2025", "b", List.of()),
        List.of("JP-DIGITAL-5"));
  }
}
