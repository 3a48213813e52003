package io.deficitwatch.alerting.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlScenarioPointsTest {
  @Test
  void knowsThePointsThatComeWithTheContracts() {
    var points = new YamlScenarioPoints();

    assertThat(points.ids())
        .containsExactly(
            "METI-2024-10-2030", "METI-PIVOT-2035-BASE", "METI-PIVOT-2035-PESSIMISTIC");
    assertThat(points.find("METI-PIVOT-2035-PESSIMISTIC"))
        .hasValueSatisfying(
            point -> {
              assertThat(point.value()).isEqualByComparingTo("-28000000000000");
              assertThat(point.period()).hasToString("2035");
              assertThat(point.indicators()).contains("JP-DIGITAL-3");
            });
    assertThat(points.find("METI")).isEmpty();
  }
}
