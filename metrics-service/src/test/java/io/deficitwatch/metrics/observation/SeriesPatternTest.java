package io.deficitwatch.metrics.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesPatternTest {
  @ParameterizedTest
  @CsvSource({
    "M.JP.W1.N.SI2.JPY, M.JP.W1.N.SI2.JPY, true",
    "M.JP.W1.N.SI2.JPY, M.JP.W1.N.SI2.JPYX, false",
    "M.JP.W1.N.SI2.JPY, M.JP.W1.N.SI2.JPY.X, false",
    "M..W1.N.SI2.JPY, M.JP.W1.N.SI2.JPY, true",
    "M.*.W1.*.SI2.JPY, M.US.W1.C.SI2.JPY, true",
    "M.JP+US.W1.N.SI2.JPY, M.US.W1.N.SI2.JPY, true",
    "'M.JP,US.W1.N.SI2.JPY', M.DE.W1.N.SI2.JPY, false",
    "M.JP, M.JP.W1, false",
    "*, M, true",
    "*, M.JP, false",
    "A$.B, A$.B, true",
    "A$.B, A.B, false",
    "A-1.B, AB1.B, false",
  })
  void takesTheKeysThatSdmxMeansByIt(String pattern, String key, boolean taken) {
    assertThat(key.matches(SeriesPattern.parse(pattern).regex())).isEqualTo(taken);
  }

  @Test
  void takesEverySeriesWithoutAPattern() {
    assertThat("M.JP.W1").containsPattern(SeriesPattern.ANY.regex());
    assertThat(SeriesPattern.ANY.prefix()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"M.JP.W1, M.JP.W1", "M.JP..C, M.JP.", "M.JP+US.W1, M.", "*.JP, ''"})
  void knowsHowAllKeysBegin(String pattern, String prefix) {
    assertThat(SeriesPattern.parse(pattern).prefix()).isEqualTo(prefix);
  }

  @ParameterizedTest
  @CsvSource({"'M.(.*).W1'", "M.J P.W1", "M.JP++US.W1", "'M.JP;drop.W1'", "M.JP.[W1]"})
  void refusesWhatIsNoCode(String text) {
    assertThatThrownBy(() -> SeriesPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesMoreDimensionsThanAKeyHas() {
    assertThatThrownBy(() -> SeriesPattern.parse("*.".repeat(30) + "*"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("30 dimensions");
  }
}
