package io.deficitwatch.ingestion.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTextTest {
  @Test
  void showsOrdinaryTextAsItIs() {
    assertThat(QuotedText.quote("100 million Yen")).isEqualTo("'100 million Yen'");
    assertThat(QuotedText.quote("億円 😀")).isEqualTo("'億円 😀'");
  }

  @Test
  void shortensLongText() {
    assertThat(QuotedText.quote("é".repeat(100))).isEqualTo("'" + "é".repeat(60) + "…'");
    assertThat(QuotedText.sentence("a".repeat(10_000))).hasSize(301);
  }

  @Test
  void showsNothingThatSteersATerminalOrTurnsText() {
    String hostile = "a\u001B[2J\r\nb\u202Ec\u0000d\uD800e\u2028f\u200Bg";

    assertThat(QuotedText.quote(hostile)).isEqualTo("'a�[2J��b�c�d�e�f�g'");
  }
}
