package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.observations;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.sample;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.series;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.value;
import static io.deficitwatch.ingestion.release.RefusalReason.FAULTY_RELEASE;
import static io.deficitwatch.ingestion.release.RefusalReason.PUBLISHER_ERROR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdmxMlFormatTest {
  @Test
  void readsAGenericMessageToItsLastValue() {
    Read.Taken taken = SdmxRead.ml().complete(sample("ECB_EXR_M.USD.EUR.SP00.A_generic21.xml"));

    assertThat(taken.releasedAt()).isEqualTo(Instant.parse("2020-01-16T07:16:20.341Z"));
    assertThat(taken.series()).hasSize(1);
    assertThat(observations(taken)).isEqualTo(252);
    assertThat(value(taken, "M.USD.EUR.SP00.A", "1999-03")).hasToString("1.088295652173913");
    assertThat(value(taken, "M.USD.EUR.SP00.A", "2019-12")).hasToString("1.111345");
    assertThat(series(taken, "M.USD.EUR.SP00.A").observations())
        .extracting(Observation::status)
        .containsOnly(ObservationStatus.A);
  }

  /** The same twelve rates: time series, structure-specific, flat, and by currency. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ECB_EXR_ng-ts.xml",
        "ECB_EXR_ng-ts-ss.xml",
        "ECB_EXR_ng-flat.xml",
        "ECB_EXR_ng-xs.xml"
      })
  void readsTheSameRatesInEveryShape(String name) {
    Read.Taken taken = SdmxRead.ml().complete(sample(name));

    assertThat(taken.releasedAt()).isEqualTo(Instant.parse("2010-01-04T15:21:49Z"));
    assertThat(taken.series()).hasSize(4);
    assertThat(observations(taken)).isEqualTo(12);
    assertThat(value(taken, "M.CHF.EUR.SP00.E", "2010-08")).hasToString("1.3413");
    assertThat(value(taken, "M.GBP.EUR.SP00.E", "2010-09")).hasToString("0.83987");
    assertThat(value(taken, "M.JPY.EUR.SP00.E", "2010-10")).hasToString("113.67");
    assertThat(value(taken, "M.USD.EUR.SP00.E", "2010-10")).hasToString("1.3898");
  }

  @Test
  void readsAStructureSpecificMessageByCurrency() {
    String message =
        """
        <m:StructureSpecificData xmlns:m="urn:m" xmlns:c="urn:c" xmlns:d="urn:d"><m:Header>
        <m:Prepared>2010-01-04T16:21:49Z</m:Prepared>
        <m:Structure structureID="S" dimensionAtObservation="CURRENCY"><c:Structure><Ref agencyID="ECB" id="ECB_EXR_NG" version="1.0"/></c:Structure></m:Structure>
        </m:Header><m:DataSet d:structureRef="S" d:action="Replace">
        <Group TIME_PERIOD="2010-08" UNIT_MULT="3" OBS_STATUS="P"/>
        <Series FREQ="M" CURRENCY_DENOM="EUR" EXR_TYPE="SP00" EXR_VAR="E" TIME_PERIOD="2010-08">
        <Obs CURRENCY="CHF" OBS_VALUE="1.3413"/><Obs CURRENCY="JPY" OBS_VALUE="NaN" OBS_STATUS="L"/></Series>
        </m:DataSet></m:StructureSpecificData>
        """;

    Read.Taken taken = SdmxRead.ml().complete(message);

    assertThat(value(taken, "M.CHF.EUR.SP00.E", "2010-08")).isEqualByComparingTo("1341.3");
    assertThat(SdmxRead.observation(taken, "M.CHF.EUR.SP00.E", "2010-08").status())
        .isEqualTo(ObservationStatus.P);
    assertThat(SdmxRead.observation(taken, "M.JPY.EUR.SP00.E", "2010-08").value()).isEmpty();
  }

  @Test
  void readsGroupsAndDataSetsOfAGenericMessage() {
    String message =
        sample("ECB_EXR_ng-ts.xml")
            .replace("<generic:Value value=\"0\" id=\"UNIT_MULT\"/>", "")
            .replace(
                "<message:DataSet structureRef=\"STR1\">",
                """
                <message:DataSet structureRef="STR1">
                <generic:Attributes><generic:Value id="UNIT_MULT" value="2"/></generic:Attributes>
                <generic:Group type="Sibling"><generic:GroupKey><generic:Value id="CURRENCY" value="JPY"/></generic:GroupKey>
                <generic:Attributes><generic:Value id="UNIT_MULT" value="3"/></generic:Attributes></generic:Group>
                """);

    Read.Taken taken = SdmxRead.ml().complete(message);

    assertThat(value(taken, "M.CHF.EUR.SP00.E", "2010-08")).isEqualByComparingTo("134.13");
    assertThat(value(taken, "M.JPY.EUR.SP00.E", "2010-10")).isEqualByComparingTo("113670");
  }

  @Test
  void readsSdmxMl3WithSeveralStatusesAndRefusesTheForecastAmongThem() {
    String message = sample("v3_xml_ECB_EXR_CA.xml");

    assertThat(SdmxRead.ml().findings(FAULTY_RELEASE, message))
        .extracting(Finding::detail)
        .containsExactly("F: a forecast is not taken as an observation");

    Read.Taken taken = SdmxRead.ml().complete(message.replace("<Value>F</Value>", ""));
    assertThat(taken.releasedAt()).isEqualTo(Instant.parse("2021-03-08T22:05:13Z"));
    assertThat(series(taken, "A.CAD.EUR.SP00.A").observations())
        .extracting(Observation::status)
        .containsExactly(ObservationStatus.A, ObservationStatus.E, ObservationStatus.A);
    assertThat(value(taken, "A.CAD.EUR.SP00.A", "2019")).hasToString("1.485477254901961");
  }

  @Test
  void refusesWithThePublishersWordsWhatHasNoDataButAFooter() {
    assertThat(SdmxRead.ml().findings(PUBLISHER_ERROR, sample("ESTAT_footer.xml")))
        .singleElement()
        .matches(finding -> finding.place().startsWith("16:"))
        .matches(
            finding ->
                finding
                    .detail()
                    .startsWith(
                        "the publisher answered 413: Due to the large query the response will be written to a file"));
  }

  @ParameterizedTest
  @CsvSource({"Error, 500, true", "Warning, 510, true", "Warning, 999, false"})
  void refusesDataWithAnErrorBelowThem(String severity, String code, boolean refused) {
    String message =
        sample("ECB_EXR_ng-ts-ss.xml")
            .replace(
                "</message:DataSet>",
                """
                </message:DataSet><f:Footer xmlns:f="urn:f"><f:Message code="%s" severity="%s">
                <common:Text>Something is to be known</common:Text></f:Message></f:Footer>"""
                    .formatted(code, severity));

    if (refused) {
      assertThat(SdmxRead.ml().findings(PUBLISHER_ERROR, message))
          .extracting(Finding::detail)
          .containsExactly("the publisher answered " + code + ": Something is to be known");
    } else {
      assertThat(observations(SdmxRead.ml().complete(message))).isEqualTo(12);
    }
  }

  @Test
  void refusesAnErrorMessage() {
    assertThat(
            SdmxRead.ml()
                .findings(
                    PUBLISHER_ERROR,
                    "<mes:Error xmlns:mes=\"urn:m\"><mes:ErrorMessage code=\"100\"><c:Text xmlns:c=\"urn:c\">No results</c:Text></mes:ErrorMessage></mes:Error>"))
        .extracting(Finding::detail)
        .containsExactly("the publisher answered 100: No results");
  }

  @Test
  void takesTheSendersWordForTheMomentBeforeTheHeaders() {
    String message = sample("ECB_EXR_ng-ts.xml");

    assertThat(SdmxRead.ml().releasedAt("2010-11-01T00:00:00Z").complete(message).releasedAt())
        .isEqualTo(Instant.parse("2010-11-01T00:00:00Z"));
    assertThat(
            SdmxRead.ml().findings(FAULTY_RELEASE, message.replace("16:21:49+01:00", "16:21:49")))
        .containsExactly(
            new Finding(
                "releasedAt",
                "is needed: Prepared, '2010-01-04T16:21:49', is no moment with an offset"));
    String withZone =
        message
            .replace("16:21:49+01:00", "16:21:49")
            .replace(
                "<message:Sender id=\"ECB\"/>",
                "<message:Sender id=\"ECB\"><message:Timezone>+01:00</message:Timezone></message:Sender>");
    assertThat(SdmxRead.ml().complete(withZone).releasedAt())
        .isEqualTo(Instant.parse("2010-01-04T15:21:49Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "ISO-8859-1", "windows-31j"})
  void readsTheCharacterSetThatIsDeclared(String charset) {
    String message =
        sample("ECB_EXR_ng-ts-ss.xml")
            .replace("encoding=\"UTF-8\"", "encoding=\"" + charset + "\"");

    Read.Taken taken = SdmxRead.ml().complete(message.getBytes(Charset.forName(charset)), UTF_8);

    assertThat(value(taken, "M.USD.EUR.SP00.E", "2010-10")).hasToString("1.3898");
  }

  @Test
  void believesTheByteOrderMarkBeforeTheDeclaration() {
    String message =
        "\uFEFF"
            + sample("ECB_EXR_ng-ts-ss.xml")
                .replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"");

    assertThat(observations(SdmxRead.ml().complete(message))).isEqualTo(12);
  }

  @Test
  void passesOverDataSetsOfOtherStructures() {
    String message = sample("ECB_EXR_ng-ts-ss.xml").replace("id=\"ECB_EXR_NG\"", "id=\"ICP\"");

    assertThat(SdmxRead.ml().findings(FAULTY_RELEASE, message))
        .extracting(Finding::detail)
        .containsExactly("there is nothing of ECB:EXR, but of structure 'ECB:ICP(1.0)'");
  }

  @Test
  void namesEveryFaultAndWhereItIs() {
    String message =
        sample("ECB_EXR_ng-ts-ss.xml")
            .replace("OBS_VALUE=\"1.3413\"", "OBS_VALUE=\"1,3413\"")
            .replace("TIME_PERIOD=\"2010-09\" OBS_VALUE=\"0.83987\"", "OBS_VALUE=\"0.83987\"")
            .replace("CURRENCY=\"JPY\"", "CURRENCY=\"J P Y\"");

    List<Finding> findings = SdmxRead.ml().findings(FAULTY_RELEASE, message);

    assertThat(findings)
        .extracting(Finding::place)
        .extracting(place -> place.substring(0, place.indexOf(':')))
        .containsExactly("16", "22", "25", "25", "25");
    assertThat(findings)
        .extracting(Finding::detail)
        .startsWith(
            "'1,3413' is no decimal number",
            "there is no period",
            "'J P Y' is no code of the dimension CURRENCY");
  }
}
