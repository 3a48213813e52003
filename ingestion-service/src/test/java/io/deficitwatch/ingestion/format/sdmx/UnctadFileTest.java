package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.observation;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.observations;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.series;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.sample.SharedData;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file of UNCTAD as it is published: SDMX-CSV 2.0 with names in columns of their own. */
class UnctadFileTest {
  private static final String EXPORTS = "UNCTAD_DE_DIG_SERVTRADE_ANN_EXP._T._T._T.USD._Z._Z._Z";
  private static final String IMPORTS = "UNCTAD_DE_DIG_SERVTRADE_ANN_IMP._T._T._T.USD._Z._Z._Z";

  private final Read.Taken taken =
      SdmxRead.csv("UNCTAD:DE").complete(SharedData.bytes("data/unctad/UNCTAD_DE.sdmx.csv"), UTF_8);

  @Test
  void readsDigitallyDeliverableServicesOfJapanToTheDollar() {
    assertThat(value(taken, "A.JP." + EXPORTS, "2023"))
        .isEqualByComparingTo(new BigDecimal("120276000000"));
    assertThat(value(taken, "A.JP." + IMPORTS, "2023"))
        .isEqualByComparingTo(new BigDecimal("150773000000"));
    assertThat(series(taken, "A.JP." + EXPORTS).sourceCode()).isEqualTo("A.JPN." + EXPORTS);
  }

  @Test
  void readsEveryRow() {
    assertThat(taken.series()).hasSize(1048);
    assertThat(observations(taken)).isEqualTo(8156);
    assertThat(taken.series().stream().map(series -> series.key().codes().get(1)).distinct())
        .hasSize(207);
    assertThat(values().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("154040696135803.17");
    assertThat(
            value(
                taken, "A.AE.UNCTAD_DE_ICT_CORE_UISIC4_ANN_00_B8._T._T._T.PT_BS._Z._Z._Z", "2015"))
        .isEqualByComparingTo("23.74");
  }

  @Test
  void keepsPercentagesBesideMillions() {
    assertThat(series(taken, "A.JP." + EXPORTS).unitMultiplier()).isEqualTo(6);
    Series shares = series(taken, "A.JP.UNCTAD_DE_ICT_CORE_UBS_ANN_ALL_B3._T._T._T.PT_BS._Z._Z._Z");

    assertThat(shares.unitMultiplier()).isZero();
    assertThat(shares.observations().getFirst().value()).contains(new BigDecimal("98.69"));
  }

  @Test
  void keepsTheWorldBesideTheCountries() {
    assertThat(value(taken, "A.WLD." + EXPORTS, "2023")).isEqualByComparingTo("4462457000000");
    assertThat(taken.series().stream().map(series -> series.key().codes().get(1)))
        .contains("WLD", "SSF", "XKX", "JP")
        .doesNotContain("JPN");
  }

  @Test
  void takesWhatIsMissingForMissing() {
    Observation afghanistan = observation(taken, "A.AF." + EXPORTS, "2023");

    assertThat(afghanistan.value()).isEmpty();
    assertThat(afghanistan.status()).isEqualTo(ObservationStatus.L);
    assertThat(all().filter(found -> found.status() == ObservationStatus.L)).hasSize(465);
    assertThat(all().filter(found -> found.value().isEmpty())).hasSize(465);
  }

  @Test
  void takesNoOtherDatabaseOfTheSameStructure() {
    List<String> lines = SharedData.lines("data/unctad/UNCTAD_DE.sdmx.csv");
    String other = lines.get(1).replace("UNCTAD_DE_DIG_SERVTRADE_ANN_EXP", "WB_WDI_BX_GSR_ROYL_CD");

    assertThat(SdmxRead.csv("UNCTAD:DE").findings(lines.getFirst() + "\n" + other + "\n"))
        .singleElement()
        .matches(finding -> finding.place().equals("2:8"))
        .matches(finding -> finding.detail().contains("not among the codes of INDICATOR"));
  }

  private Stream<Observation> all() {
    return taken.series().stream().flatMap(series -> series.observations().stream());
  }

  private Stream<BigDecimal> values() {
    return all().flatMap(observation -> observation.value().stream());
  }
}
