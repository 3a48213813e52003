package io.deficitwatch.alerting.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
  private static final Labels LABELS =
      new Labels("beyond-2024", "JP-DIGITAL-5", "JP", "A", "warning");

  @ParameterizedTest
  @CsvSource({
    "JP-DIGITAL-5, true",
    "JP-DIGITAL, false",
    "JP-*, true",
    "*, true",
    "*-5, true",
    "JP*DIG*5, true",
    "JP-DIGITAL-5*, true",
    "*6, false",
    "*DIGITAL, false",
    "J*P*P*P*, false",
  })
  void aStarStandsForAnyCharacters(String pattern, boolean matches) {
    assertThat(new Matcher(Label.INDICATOR, List.of(pattern), true).matches(LABELS))
        .isEqualTo(matches);
    assertThat(new Matcher(Label.INDICATOR, List.of(pattern), false).matches(LABELS))
        .isNotEqualTo(matches);
  }

  @Test
  void anyOfItsValuesIsEnoughAndAllMatchersMustMatch() {
    var severity = new Matcher(Label.SEVERITY, List.of("info", "warning"), true);
    var area = new Matcher(Label.AREA, List.of("JP"), true);
    var rule = new Matcher(Label.RULE, List.of("another"), true);

    assertThat(new Matchers(List.of(severity, area)).match(LABELS)).isTrue();
    assertThat(new Matchers(List.of(severity, area, rule)).match(LABELS)).isFalse();
  }

  @Test
  void nothingMatchesEverythingByAccident() {
    assertThatThrownBy(() -> new Matchers(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Matcher(Label.AREA, List.of(), true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
