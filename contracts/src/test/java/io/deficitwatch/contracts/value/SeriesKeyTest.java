package io.deficitwatch.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"M.JP.W1.D.SI2.JPY", "A.JP.W1.N.DIGITAL_5.JPY", "M.USD.JPY.SP00.A", "X"})
  void readsWhatItWrites(String text) {
    assertThat(SeriesKey.parse(text)).hasToString(text);
  }

  @Test
  void keepsTheCodesInOrder() {
    assertThat(SeriesKey.parse("M.JP.W1.D.SI2.JPY").codes())
        .containsExactly("M", "JP", "W1", "D", "SI2", "JPY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "M.", ".JP", "M..JPY", "M.J P", "M.日本", "M/JP", "M.JP\n"})
  void refusesAMissingOrUnfitCode(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeriesKey.parse(text))
        .withMessageContaining("code for every dimension");
  }

  @Test
  void refusesMoreCodesThanAnyStructureHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SeriesKey(Collections.nCopies(31, "A")));
  }

  @Test
  void isNotChangedByAChangeOfTheListItWasMadeFrom() {
    List<String> codes = new ArrayList<>(List.of("M", "JP"));
    var key = new SeriesKey(codes);

    codes.set(1, "US");

    assertThat(key).hasToString("M.JP");
  }
}
