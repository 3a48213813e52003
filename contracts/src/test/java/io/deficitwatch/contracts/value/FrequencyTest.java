package io.deficitwatch.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrequencyTest {
  @ParameterizedTest
  @EnumSource(Frequency.class)
  void readsItsCode(Frequency frequency) {
    assertThat(Frequency.parse(frequency.name())).isEqualTo(frequency);
  }

  @Test
  void noIndicatorIsDaily() {
    assertThat(Frequency.ofIndicators())
        .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Frequency.D)))
        .allSatisfy(one -> assertThat(Frequency.parseOfIndicator(one.name())).isEqualTo(one));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Frequency.parseOfIndicator("D"))
        .withMessage("unknown frequency 'D', known are [M, Q, S, A, FY, FS, T12M, YTD]");
  }

  @Test
  void namesTheKnownCodesWhenItRefusesOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Frequency.parse("W"))
        .withMessage("unknown frequency 'W', known are [D, M, Q, S, A, FY, FS, T12M, YTD]");
  }
}
