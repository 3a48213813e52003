package io.deficitwatch.ingestion.format.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.figures.Deletion;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmxDeletionTest {
  private static final String HEADER =
      "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,NOTE\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "M,USD,EUR,SP00,A,2025-01,,,!2025-01!M.USD.EUR.SP00.A!M.JPY.EUR.SP00.A",
        "M,USD,EUR,SP00,A,2025-01,-,,!2025-01!M.USD.EUR.SP00.A!D.USD.EUR.SP00.A",
        "M,USD,EUR,SP00,A,,,,!'any'!M.USD.EUR.SP00.A!A.USD.EUR.SP00.A",
        ",USD,,,,,,,!'any'!D.USD.GBP.SP00.E!D.JPY.GBP.SP00.E",
        ",USD,,,,2025-Q1,,,!2025-Q1!Q.USD.GBP.SP00.E!D.USD.GBP.SP00.E",
        ",,,,,,,,!'any'!D.USD.GBP.SP00.E!''"
      })
  void deletesObservationsSeriesAndWhateverIsLeftOpen(
      String row, String period, String concerned, String spared) {
    Deletion deletion = only(SdmxRead.csv("ECB:EXR").complete(file(row)));

    assertThat(deletion.period().map(TimePeriod::toString).orElse("any")).isEqualTo(period);
    assertThat(deletion.concerns(SeriesKey.parse(concerned))).isTrue();
    assertThat(spared.isEmpty() || !deletion.concerns(SeriesKey.parse(spared))).isTrue();
    assertThat(deletion.place()).isEqualTo("2:9");
  }

  @Test
  void deletesAllOfTheDataflow() {
    Deletion deletion =
        only(
            SdmxRead.csv("ECB:EXR")
                .complete("STRUCTURE,STRUCTURE_ID,ACTION\ndatastructure,ECB:ECB_EXR1(1.0),D\n"));

    assertThat(deletion.codes()).hasSize(5).allMatch(code -> code.isEmpty());
  }

  @Test
  void deletesTheFiscalYearThatItSays() {
    Deletion deletion =
        only(
            SdmxRead.csv("MOF:DIGITAL_BALANCE")
                .complete(
                    """
                    STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ACCOUNTING_ENTRY,ACCOUNT_ITEM,UNIT_MEASURE,TIME_PERIOD,REPORTING_YEAR_START_DAY
                    dataflow,MOF:DIGITAL_BALANCE,D,A,JP,W1,N,DIGITAL_5,JPY,2024-A1,--04-01
                    """));

    assertThat(deletion.period()).contains(TimePeriod.parse("FY2024"));
    assertThat(deletion.concerns(SeriesKey.parse("FY.JP.W1.N.DIGITAL_5.JPY"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {"M,USD,EUR,SP00,A,2025-01,,-,", "M,USD,EUR,SP00,A,2025-01,,,-"})
  void deletesNoFiguresWhereOnlyAttributesAreMarked(String row) {
    String file = file(row) + "dataflow,ECB:EXR,I,M,USD,EUR,SP00,A,2025-01,1.5,,\n";

    assertThat(SdmxRead.csv("ECB:EXR").complete(file).deletions()).isEmpty();
  }

  @Test
  void namesWhatCannotBeDeleted() {
    assertThat(SdmxRead.csv("ECB:EXR").findings(file("W,USD,EUR,SP00,A,2025-W03,,,")))
        .contains(new Finding("2:9", "'2025-W03' is a week: weekly figures are not taken"));
    assertThat(SdmxRead.csv("ECB:EXR").findings(file("M,US DOLLAR,,,,,,,")))
        .extracting(Finding::place)
        .containsExactly("2:5");
  }

  @Test
  void endsWhereDeletionsTakeTooMuchMemory() {
    String file = HEADER + "dataflow,ECB:EXR,D,M,USD,EUR,SP00,A,,,,\n".repeat(20_001);

    assertThat(SdmxRead.csv("ECB:EXR").findings(file))
        .singleElement()
        .matches(finding -> finding.place().equals("20002:9"))
        .matches(finding -> finding.detail().contains("at most 20000 times"));
  }

  @Test
  void refusesAReleaseThatChangesAttributesAlone() {
    assertThat(SdmxRead.csv("ECB:EXR").findings(file("M,USD,EUR,SP00,A,2025-01,,-,")))
        .containsExactly(new Finding("2:1", "there is no observation"));
  }

  @Test
  void takesNamesOfCodesForNoAttributes() {
    Deletion deletion =
        only(
            SdmxRead.csv("ECB:EXR")
                .complete(
                    """
                    STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency,CURRENCY,Currency,TIME_PERIOD,Time
                    dataflow,ECB:EXR,Exchange Rates,D,M,Monthly,USD,Dollar,2025-01,January
                    """));

    assertThat(deletion.concerns(SeriesKey.parse("M.USD.EUR.SP00.A"))).isTrue();
  }

  @Test
  void deletesWithSdmxJson1() {
    Read.Taken taken = SdmxRead.json().complete(SdmxRead.sample("ECB_EXR_action-delete.json"));

    requireSample(taken);
  }

  @Test
  void namesTheStatusThatTheSampleOfSdmxJson2DoesNotHave() {
    String sample = SdmxRead.sample("v3_json_data_exr-action-delete.json");

    assertThat(SdmxRead.json().findings(sample))
        .containsExactly(
            new Finding("/data/dataSets/0/series/0/observations/1", "OBS_STATUS has no value '1'"),
            new Finding("/data/dataSets/0/series/1/observations/1", "OBS_STATUS has no value '1'"));
    requireSample(
        SdmxRead.json().complete(sample.replaceAll("(40\\.3\\d*,\\s*)0(,\\s*)1", "$11$20")));
  }

  private static void requireSample(Read.Taken taken) {
    assertThat(SdmxRead.value(taken, "D.RUB.EUR.SP00.A", "2013-01-18"))
        .isEqualByComparingTo("40.3426");
    assertThat(SdmxRead.value(taken, "D.RUB.EUR.SP00.A", "2013-01-21"))
        .isEqualByComparingTo("40.3");
    Deletion deletion = only(taken);
    assertThat(deletion.period()).contains(TimePeriod.parse("2013-01-18"));
    assertThat(deletion.concerns(SeriesKey.parse("D.NZD.EUR.SP00.A"))).isTrue();
    assertThat(deletion.concerns(SeriesKey.parse("D.RUB.EUR.SP00.A"))).isFalse();
  }

  @Test
  void deletesWithSdmxMl() {
    String message =
        SdmxRead.sample("ECB_EXR_ng-ts-ss.xml")
            .replace("data:dataScope=", "data:action=\"Delete\" data:dataScope=")
            .replaceAll("(?s)(CURRENCY=\"CHF\"[^>]*>).*?</Series>", "$1</Series>")
            .replaceAll(" OBS_VALUE=\"[^\"]*\" OBS_STATUS=\"A\"", "");

    Read.Taken taken = SdmxRead.ml().complete(message);

    assertThat(taken.series()).isEmpty();
    assertThat(taken.deletions()).hasSize(10);
    assertThat(taken.deletions().getFirst().period()).isEmpty();
    assertThat(taken.deletions().getFirst().concerns(SeriesKey.parse("M.CHF.EUR.SP00.E"))).isTrue();
    assertThat(taken.deletions().getLast().period()).contains(TimePeriod.parse("2010-10"));
    assertThat(taken.deletions().getLast().concerns(SeriesKey.parse("M.USD.EUR.SP00.E"))).isTrue();
  }

  private static String file(String row) {
    return HEADER + "dataflow,ECB:EXR," + "D," + row + "\n";
  }

  private static Deletion only(Read.Taken taken) {
    assertThat(taken.deletions()).hasSize(1);
    return taken.deletions().getFirst();
  }
}
