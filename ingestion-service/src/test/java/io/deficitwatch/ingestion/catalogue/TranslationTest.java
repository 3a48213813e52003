package io.deficitwatch.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TranslationTest {
  @Test
  void readsCountriesOfThreeLettersAndKeepsTheWorld() {
    Dimension area = new Dimension("REF_AREA", Set.of(), Set.of(), Translation.ISO_3166_ALPHA_3);

    assertThat(area.translate("JPN")).isEqualTo("JP");
    assertThat(area.translate("GBR")).isEqualTo("GB");
    assertThat(area.translate("WLD")).isEqualTo("WLD");
    assertThat(area.translate("JP")).isEqualTo("JP");
  }

  @Test
  void readsTheCodesThatAreListed() {
    Dimension frequency =
        new Dimension("FREQ", Set.of(), Set.of(), new Translation(Map.of("H", "S")));

    assertThat(frequency.translate("H")).isEqualTo("S");
    assertThat(frequency.translate("M")).isEqualTo("M");
  }
}
