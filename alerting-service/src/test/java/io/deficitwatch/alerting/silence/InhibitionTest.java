package io.deficitwatch.alerting.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InhibitionTest {
  private static final Inhibition LESSER =
      new Inhibition(
          "newsroom",
          "lesser",
          severity("critical", "warning"),
          severity("warning", "info"),
          EnumSet.of(Label.INDICATOR, Label.AREA));

  @Test
  void aGreaterAlertOnTheSameSeriesInhibitsALesser() {
    assertThat(LESSER.inhibits(alert("JP-DIGITAL-5", "critical"), alert("JP-DIGITAL-5", "info")))
        .isTrue();
    assertThat(LESSER.inhibits(alert("JP-DIGITAL-5", "info"), alert("JP-DIGITAL-5", "critical")))
        .isFalse();
  }

  @Test
  void notOnAnotherSeriesUnlessNothingNeedAgree() {
    Labels greater = alert("JP-DIGITAL-5", "critical");
    Labels lesser = alert("JP-DIGITAL-3", "info");

    assertThat(LESSER.inhibits(greater, lesser)).isFalse();
    assertThat(
            new Inhibition("newsroom", "any", LESSER.source(), LESSER.target(), Set.of())
                .inhibits(greater, lesser))
        .isTrue();
  }

  @Test
  void twoThatMatchBothSidesDoNotKeepEachOtherQuiet() {
    assertThat(LESSER.inhibits(alert("JP-DIGITAL-5", "warning"), alert("JP-DIGITAL-5", "warning")))
        .isFalse();
    assertThat(LESSER.inhibits(alert("JP-DIGITAL-5", "critical"), alert("JP-DIGITAL-5", "warning")))
        .isTrue();
  }

  private static Matchers severity(String... values) {
    return new Matchers(List.of(new Matcher(Label.SEVERITY, List.of(values), true)));
  }

  private static Labels alert(String indicator, String severity) {
    return new Labels("rule-" + severity, indicator, "JP", "A", severity);
  }
}
