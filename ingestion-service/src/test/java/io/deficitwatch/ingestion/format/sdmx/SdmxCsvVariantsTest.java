package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.observation;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.observations;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SDMX-CSV in its many shapes. The examples of the field guide are read as of exchange rates. */
class SdmxCsvVariantsTest {
  private static final String KEY = "M.B.EUR.SP00.A";

  @ParameterizedTest
  @CsvSource({"01", "04", "05", "06", "07"})
  void readsTheExamplesOfTheFieldGuide(String number) {
    Read.Taken taken = SdmxRead.csv("ECB:EXR").complete(example(number));

    assertThat(observations(taken)).isEqualTo(2);
    assertThat(value(taken, KEY, "2014-01")).isEqualByComparingTo("12.4");
    assertThat(value(taken, KEY, "2014-02")).isEqualByComparingTo("10.8");
  }

  @ParameterizedTest
  @CsvSource({"02", "03"})
  void readsOneOfSeveralMeasuresAndRefusesToChoose(String number) {
    String file = example(number);

    assertThat(SdmxRead.csv("ECB:EXR").findings(file))
        .contains(new Finding("1:1", "the column OBS_VALUE is missing"));
    assertThat(
            value(
                SdmxRead.csv("ECB:EXR").complete(file.replace("OBS_VALUE2", "OBS_VALUE")),
                KEY,
                "2014-02"))
        .isEqualByComparingTo("10.9");
  }

  @Test
  void passesOverRowsOfAnotherStructure() {
    Read.Taken taken = SdmxRead.csv("ECB:EXR").complete(example("08"));

    assertThat(observations(taken)).isEqualTo(1);
    assertThat(value(taken, KEY, "2014-01")).isEqualByComparingTo("12.4");
  }

  @Test
  void readsTheFirstVersionOfTheFormat() {
    Read.Taken taken =
        SdmxRead.csv("ECB:EXR")
            .complete(
                """
                DATAFLOW,FREQ: Frequency,CURRENCY: Currency,CURRENCY_DENOM: Denominator,EXR_TYPE: Type,EXR_SUFFIX: Variation,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS: Status,UNIT_MULT: Multiplier
                ECB:EXR(1.0): Exchange Rates,H: Half-yearly,JPY: Japanese yen,EUR: Euro,SP00: Spot,A: Average,2025-S1,162.5,A: Normal value,0: Units
                ECB:EXR(1.0): Exchange Rates,D: Daily,JPY: Japanese yen,EUR: Euro,SP00: Spot,A: Average,2025-01-01,,H: Holiday,0: Units
                """);

    assertThat(value(taken, "S.JPY.EUR.SP00.A", "2025-S1")).isEqualByComparingTo("162.5");
    assertThat(observation(taken, "D.JPY.EUR.SP00.A", "2025-01-01").status())
        .isEqualTo(ObservationStatus.M);
  }

  /** In the shape of Eurostat's service; the figures are typed here. */
  @ParameterizedTest
  @CsvSource({"12.5, b, B", "12.5, bp, B", "12.5, p, P", "12.5, s, E", "12.5, '', A", "'', c, Q"})
  void readsAPublishersOwnMarks(String value, String marks, ObservationStatus status) {
    Read.Taken taken = SdmxRead.csv("ESTAT:BOP_ITS6_DET").complete(eurostat(value, marks));

    assertThat(observation(taken, "A.MIO_EUR.SI2.CRE.JP.GR", "2023").status()).isEqualTo(status);
  }

  @Test
  void refusesAMarkThatNobodyKnows() {
    assertThat(SdmxRead.csv("ESTAT:BOP_ITS6_DET").findings(eurostat("12.5", "px")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo("3:11");
              assertThat(finding.detail()).startsWith("'x' is no status that is known");
            });
  }

  private static String eurostat(String value, String marks) {
    return """
        DATAFLOW,LAST UPDATE,freq,currency,bop_item,stk_flow,partner,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
        ESTAT:BOP_ITS6_DET(1.0),27/01/26 23:00:00,A,MIO_EUR,S,CRE,JP,EU27_2020,2023,36123.4,,
        ESTAT:BOP_ITS6_DET(1.0),27/01/26 23:00:00,A,MIO_EUR,SI2,CRE,JP,EL,2023,%s,%s,
        """
        .formatted(value, marks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {";!12,4!12.4", ";!12.4!12.4", "|!1,234!1.234", "TAB!-0,5!-0.5", ";!1234!1234"})
  void readsDecimalsBehindACommaWhereTheCommaSeparatesNothing(
      String separator, String text, String number) {
    assertThat(
            value(
                SdmxRead.csv("ECB:EXR")
                    .complete(rows(separator.replace("TAB", "\t"), "2025-01", text)),
                "M.JPY.EUR.SP00.A",
                "2025-01"))
        .isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {"1.234,5", "1,234,567", "1 234"})
  void takesNoSeparatorsOfThousands(String text) {
    assertThat(SdmxRead.csv("ECB:EXR").findings(rows(";", "2025-01", text)))
        .extracting(Finding::detail)
        .contains("'" + text + "' is no decimal number");
  }

  @Test
  void refusesCommasAndPointsInOneFile() {
    String file = rows(";", "2025-01", "1,5") + rows(";", "2025-02", "1.234").split("\n", 2)[1];

    assertThat(SdmxRead.csv("ECB:EXR").findings(file))
        .containsExactly(
            new Finding(
                "3:10", "some values have their decimals behind a comma and some behind a point"));
  }

  @Test
  void readsSeveralStatusesOfOneValue() {
    String file =
        rows(",", "2025-01", "1.5")
            .replace("STRUCTURE,", "STRUCTURE[;],")
            .replace("OBS_VALUE", "OBS_VALUE,OBS_STATUS[]")
            .replace("1.5\n", "1.5,A;U\n");

    assertThat(
            observation(SdmxRead.csv("ECB:EXR").complete(file), "M.JPY.EUR.SP00.A", "2025-01")
                .status())
        .isEqualTo(ObservationStatus.E);
  }

  @Test
  void leavesAloneWhatAMergeLeavesEmpty() {
    String file =
        rows(",", "2025-01", "1.5")
            + rows(",", "2025-02", "").split("\n", 2)[1].replace("),I,", "),M,");

    assertThat(observations(SdmxRead.csv("ECB:EXR").complete(file))).isEqualTo(1);
    assertThat(observations(SdmxRead.csv("ECB:EXR").complete(file.replace("),M,", "),R,"))))
        .isEqualTo(2);
  }

  @Test
  void refusesAMultiplierThatStandsApartFromItsObservations() {
    String file =
        rows(",", "", "")
            .replace("OBS_VALUE\n", "OBS_VALUE,UNIT_MULT\n")
            .replaceAll(",\n$", ",,6\n");

    assertThat(SdmxRead.csv("ECB:EXR").findings(file))
        .extracting(Finding::detail)
        .containsExactly("UNIT_MULT is to stand with each observation that it is of");
  }

  @Test
  void refusesAThousandColumnsAndMore() {
    List<Finding> findings =
        SdmxRead.csv("ECB:EXR").findings("STRUCTURE,STRUCTURE_ID" + ",X".repeat(9_998) + "\n");

    assertThat(findings)
        .containsExactly(
            new Finding("1:1001", "the header has 10000 columns, and at most 1000 are read"));
  }

  /** The example with its columns named as those of exchange rates. */
  private static String example(String number) {
    return SdmxRead.sample("sdmx-csv-2.0/example-" + number + ".csv")
        .replace("ESTAT:NA_MAIN(1.6.0)", "ECB:EXR(1.0)")
        .replaceAll("DIM_1\\b", "FREQ")
        .replaceAll("DIM_2\\b", "CURRENCY")
        .replaceAll("DIM_3\\b", "TIME_PERIOD")
        .replaceAll("ATTR_1(\\b|$)", "NOTE")
        .replaceAll(
            "(?m)(OBS_VALUE1?,|OBS_VALUE: Observation value;|OBS_VALUE: Observation value,)", "$1")
        .lines()
        .map(line -> withTheOtherDimensions(line, separator(line)))
        .reduce("", (all, line) -> all + line + "\n");
  }

  private static String separator(String line) {
    return line.contains(";STRUCTURE_ID") || line.startsWith("dataflow;") ? ";" : ",";
  }

  private static String withTheOtherDimensions(String line, String separator) {
    boolean header = line.startsWith("STRUCTURE");
    String codes = header ? "CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX" : "EUR,SP00,A";
    // The examples are monthly; their first dimension only happens to say A
    String monthly =
        header
            ? line
            : line.replace(separator + "A" + separator, separator + "M" + separator)
                .replace(separator + "A: Value A", separator + "M: Value A");
    return monthly + separator + codes.replace(",", separator);
  }

  private static String rows(String separator, String period, String value) {
    return """
        STRUCTURE,STRUCTURE_ID,ACTION,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE
        dataflow,ECB:EXR(1.0),I,M,JPY,EUR,SP00,A,%s,#
        """
        .formatted(period)
        .replace(",", separator)
        .replace("#", value);
  }
}
