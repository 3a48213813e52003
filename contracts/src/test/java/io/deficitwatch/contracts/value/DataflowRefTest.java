package io.deficitwatch.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataflowRefTest {
  @ParameterizedTest
  @ValueSource(strings = {"BOJ:BP01", "MOF:DIGITAL_BALANCE", "OECD.SDD.NAD:DSD(2.0)", "A:B(1.2.3)"})
  void readsWhatItWrites(String text) {
    assertThat(DataflowRef.parse(text)).hasToString(text);
  }

  @Test
  void takesAMissingVersionForTheFirst() {
    assertThat(DataflowRef.parse("BOJ:BP01")).isEqualTo(new DataflowRef("BOJ", "BP01", "1.0"));
    assertThat(DataflowRef.parse("BOJ:BP01(1.0)")).hasToString("BOJ:BP01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "BOJ", "BOJ:", ":BP01", "BOJ:BP01()", "BOJ:BP01(2", "B J:X", "1:X"})
  void refusesAnythingElse(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataflowRef.parse(text))
        .withMessageContaining("'" + text + "' is no dataflow");
  }

  @Test
  void quotesOnlyTheBeginningOfALongText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataflowRef.parse("x".repeat(10_000)))
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
  }
}
