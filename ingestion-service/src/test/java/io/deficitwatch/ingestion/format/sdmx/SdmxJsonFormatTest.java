package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.observation;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.observations;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.sample;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.series;
import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.value;
import static io.deficitwatch.ingestion.release.RefusalReason.FAULTY_RELEASE;
import static io.deficitwatch.ingestion.release.RefusalReason.PUBLISHER_ERROR;
import static io.deficitwatch.ingestion.release.RefusalReason.UNREADABLE_RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmxJsonFormatTest {
  /** A reply of the International Monetary Fund: its data before its structures, values as text. */
  private static final String IMF =
      """
      {"meta":{"prepared":"2026-01-05T00:00:00Z"},
      "data":{"dataSets":[{"structure":0,"action":"Replace",
        "dimensionGroupAttributes":{"::0:::":[0],"0:::::":[null]},
        "series":{
          "0:0:0:0:0":{"observations":{"0":["-589622000000",0,0,null],"1":["-1.5e3",null]},"attributes":[6]},
          "1:0:0:0:0":{"attributes":[6],"observations":{"1":[null,1]}},
          "2:0:0:0:0":{"observations":{"1":[12]}}}}],
      "structures":[{"dataSets":[0],
        "links":[{"urn":"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=IMF.STA:BOP(21.0.0)","rel":"dataflow"}],
        "dimensions":{"series":[
          {"id":"COUNTRY","values":[{"id":"USA"},{"id":"JPN"},{"id":"G163"}]},
          {"id":"BOP_ACCOUNTING_ENTRY","values":[{"id":"NETCD_T"}]},
          {"id":"INDICATOR","values":[{"id":"CAB"}]},
          {"id":"UNIT","values":[{"id":"USD"}]},
          {"id":"FREQUENCY","values":[{"id":"A"}]}],
          "observation":[{"id":"TIME_PERIOD","values":[{"value":"2020"},{"value":"2021"}]}]},
        "measures":{"observation":[{"id":"OBS_VALUE"}]},
        "attributes":{"dimensionGroup":[{"id":"OBS_STATUS","values":[{"id":"E"}]}],
          "series":[{"id":"SCALE"}],
          "observation":[{"id":"OBS_STATUS","values":[{"id":"A"},{"id":"Q"}]},{"id":"PRECISION"}]}}]}}
      """;

  @ParameterizedTest
  @CsvSource({"ECB_EXR_ts.json", "ECB_EXR_flat.json"})
  void readsTheSameRatesInSeriesAndFlat(String name) {
    Read.Taken taken = SdmxRead.json().complete(sample(name));

    assertThat(taken.releasedAt()).isEqualTo(Instant.parse("2012-11-29T08:40:26Z"));
    requireRates(taken);
  }

  @Test
  void readsSdmxJson2() {
    String message = sample("v3_json_data_exr-time-series.json");

    assertThat(SdmxRead.json().findings(FAULTY_RELEASE, message))
        .containsExactly(
            new Finding(
                "releasedAt",
                "is needed: Prepared, '2018-03-11T14:30:47', is no moment with an offset"));
    requireRates(SdmxRead.json().releasedAt("2018-03-11T13:30:47Z").complete(message));
  }

  private static void requireRates(Read.Taken taken) {
    assertThat(taken.series()).hasSize(2);
    assertThat(observations(taken)).isEqualTo(4);
    assertThat(value(taken, "D.NZD.EUR.SP00.A", "2013-01-18")).hasToString("1.5931");
    assertThat(value(taken, "D.NZD.EUR.SP00.A", "2013-01-21")).hasToString("1.5925");
    assertThat(value(taken, "D.RUB.EUR.SP00.A", "2013-01-18")).hasToString("40.3426");
    assertThat(value(taken, "D.RUB.EUR.SP00.A", "2013-01-21")).isEqualByComparingTo("40.3");
  }

  @Test
  void readsStructuresBehindTheDataAndAttributesBehindTheObservations() {
    Read.Taken taken = SdmxRead.json().as("IMF.STA:BOP").complete(IMF);

    assertThat(value(taken, "US.NETCD_T.CAB.USD.A", "2020")).hasToString("-589622000000");
    assertThat(value(taken, "US.NETCD_T.CAB.USD.A", "2021")).isEqualByComparingTo("-1500");
    assertThat(series(taken, "US.NETCD_T.CAB.USD.A").sourceCode())
        .isEqualTo("USA.NETCD_T.CAB.USD.A");
    assertThat(observation(taken, "JP.NETCD_T.CAB.USD.A", "2021").status())
        .isEqualTo(ObservationStatus.Q);
    assertThat(value(taken, "G163.NETCD_T.CAB.USD.A", "2021")).hasToString("12");
  }

  @Test
  void readsAttributesOfGroups() {
    Read.Taken taken = SdmxRead.json().as("IMF.STA:BOP").complete(IMF);

    assertThat(observation(taken, "US.NETCD_T.CAB.USD.A", "2020").status())
        .isEqualTo(ObservationStatus.A);
    assertThat(observation(taken, "G163.NETCD_T.CAB.USD.A", "2021").status())
        .isEqualTo(ObservationStatus.E);
  }

  @Test
  void readsAttributesOfSeriesThatStandBehindTheirObservations() {
    String message =
        IMF.replace("\"id\":\"SCALE\"", "\"id\":\"UNIT_MULT\"")
            .replace("\"-589622000000\"", "\"-589622\"");

    assertThat(
            value(
                SdmxRead.json().as("IMF.STA:BOP").complete(message),
                "US.NETCD_T.CAB.USD.A",
                "2020"))
        .isEqualByComparingTo("-589622000000");
  }

  @Test
  void notesWhatWasScaledTwice() {
    String message =
        IMF.replace("\"id\":\"SCALE\"", "\"id\":\"UNIT_MULT\"")
            .replace("\"-589622000000\"", "\"-58962200000000\"");

    assertThat(SdmxRead.json().as("IMF.STA:BOP").findings(FAULTY_RELEASE, message))
        .extracting(Finding::place)
        .containsExactly("/data/dataSets/0/series/0:0:0:0:0/observations/0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1:0:0:0:0\":{|9:0:0:0:0\":{|/data/dataSets/0/series/9:0:0:0:0|has a number that 'COUNTRY' has no code for",
        "1:0:0:0:0\":{|1:0:0\":{|/data/dataSets/0/series/1:0:0|has 3 numbers for 5 dimensions",
        "\"-1.5e3\"|\"none\"|/data/dataSets/0/series/0:0:0:0:0/observations/1|'none' is no decimal number",
        "[null,1]|[null,7]|/data/dataSets/0/series/1:0:0:0:0/observations/1|OBS_STATUS has no value '7'",
        "\"structure\":0|\"structure\":3|/data/dataSets/0|there is no structure",
        "\"Replace\"|\"Explode\"|/data/dataSets/0/action|'Explode' is no action",
        "BOP(21.0.0)|BOP(22.0.0)|/dataSets|there is nothing of IMF.STA:BOP, but of structure 'IMF.STA:BOP(22.0.0)'"
      })
  void namesFaultsAndWhereTheyAre(String text, String instead, String place, String words) {
    assertThat(
            SdmxRead.json().as("IMF.STA:BOP").findings(FAULTY_RELEASE, IMF.replace(text, instead)))
        .anyMatch(finding -> finding.place().equals(place) && finding.detail().contains(words));
  }

  @Test
  void refusesWithThePublishersWords() {
    assertThat(
            SdmxRead.json()
                .findings(
                    PUBLISHER_ERROR,
                    "{\"errors\":[{\"code\":404,\"title\":\"No data\",\"detail\":\"for the query\"}]}"))
        .containsExactly(
            new Finding("/errors", "the publisher answered 404 No data for the query"));
  }

  @Test
  void refusesWhatIsNoMessage() {
    String message = sample("ECB_EXR_ts.json");

    assertThat(
            SdmxRead.json()
                .findings(UNREADABLE_RELEASE, message.substring(0, message.length() - 30)))
        .hasSize(1);
    assertThat(SdmxRead.json().findings(UNREADABLE_RELEASE, "[".repeat(100_000))).hasSize(2);
    assertThat(
            SdmxRead.json().findings(UNREADABLE_RELEASE, "{\"data\":" + "{\"a\":".repeat(100_000)))
        .hasSize(1);
    assertThat(SdmxRead.json().findings("{\"data\":{}}"))
        .extracting(Finding::detail)
        .contains("there is no observation");
  }

  @Test
  void endsWhereAttributesTakeTooMuchMemory() {
    String message =
        "{\"dataSets\":[{\"dimensionGroupAttributes\":{\":\":[" + "0,".repeat(800_000) + "0]}}]}";

    assertThat(SdmxRead.json().findings(UNREADABLE_RELEASE, message))
        .extracting(Finding::detail)
        .containsExactly("the message has more codes and attributes of groups than fit the memory");
  }

  @Test
  void endsWhereCodesTakeTooMuchMemory() {
    String values = "{\"id\":\"X\"},".repeat(500_001);
    String message =
        "{\"structure\":{\"dimensions\":{\"series\":[{\"id\":\"CURRENCY\",\"values\":["
            + values.substring(0, values.length() - 1)
            + "]}]}}}";

    assertThat(SdmxRead.json().findings(UNREADABLE_RELEASE, message))
        .extracting(Finding::detail)
        .containsExactly("there are more than 500000 codes");
  }
}
