package io.deficitwatch.ingestion.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.Source;
import io.deficitwatch.ingestion.fetch.SourceRequest;
import io.deficitwatch.ingestion.fetch.SourceRequest.Flow;
import io.deficitwatch.ingestion.fetch.Validators;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.sample.LocalPublisher;
import io.deficitwatch.ingestion.sample.LocalPublisher.Reply;
import io.deficitwatch.ingestion.source.Clients;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlSourcesTest {
  private static final YamlCatalogue SOURCED = new YamlCatalogue("sourced-catalogue");

  @Test
  void theBankOfJapanIsAskedForTheCodesOfTheCatalogue() {
    Source source =
        YamlCatalogueFiles.shippedSources().findSource(DataflowRef.parse("BOJ:BP01")).orElseThrow();

    SourceRequest.BojApi request = (SourceRequest.BojApi) source.request();
    Map<Frequency, List<String>> codes = request.codesOn(LocalDate.parse("2026-09-08"));
    assertThat(request.url()).hasToString("https://www.stat-search.boj.or.jp/api/v1");
    assertThat(request.database()).isEqualTo("BP01");
    assertThat(codes).containsOnlyKeys(Frequency.M);
    assertThat(codes.get(Frequency.M))
        .contains("BPBP6JYNCB", "BPBP6JYNTB", "BPBP6JYNSN", "BPBP6JYNSC2", "BPBP6JYNSD9062")
        .contains("BPBP6JYNSN9071", "BPBP6JYNSN9072", "BPBP6JYNSN9073", "BPBP6JYNSN9082")
        .doesNotHaveDuplicates();
    assertThat(source.format()).contains(FormatName.BOJ_API_JSON);
  }

  @Test
  void aSourceOfAnyKindIsDataAlone() {
    assertThat(source("TEST:EXR").request())
        .isEqualTo(
            new SourceRequest.SdmxRest(
                URI.create("https://data-api.example/service"),
                new Flow(Flow.Api.V2_1, "ECB", "EXR", "1.0"),
                "M.USD.EUR.SP00.A",
                Map.of("startPeriod", "1999-01"),
                "application/vnd.sdmx.data+csv;version=2.0.0"));
    assertThat(source("TEST:EXR").manners())
        .isEqualTo(new Source.Manners(Duration.ofHours(12), Duration.ofMinutes(1)));
    assertThat(((SourceRequest.SdmxRest) source("TEST:BOP").request()).flow().api())
        .isEqualTo(Flow.Api.V3_0);
    assertThat(source("TEST:FILE").request())
        .isEqualTo(
            new SourceRequest.File(
                URI.create("https://www.example/6s-2-4.csv"),
                Optional.of(Charset.forName("windows-31j")),
                Optional.empty()));
  }

  @Test
  void eachIsAskedInItsOwnWay() {
    try (LocalPublisher publisher = LocalPublisher.start()) {
      publisher.answer(Reply.of(200, "DATAFLOW,TIME_PERIOD,OBS_VALUE".getBytes(UTF_8)));
      for (Source source : SOURCED.listSources()) {
        String setting = "url.\"%s\"".formatted(source.dataflow());

        Fetched fetched =
            Clients.client(setting, publisher.url("/here").toString())
                .fetch(source, Validators.NONE);

        assertThat(fetched).isInstanceOf(Fetched.Complete.class);
      }

      assertThat(publisher.asked())
          .extracting(asked -> asked.uri().toString())
          .containsExactly(
              "/here/data/ECB,EXR,1.0/M.USD.EUR.SP00.A?startPeriod=1999-01",
              "/here/data/dataflow/IMF.STA/BOP/21.0.0/JPN.CD_T+DB_T.SI2.USD.Q",
              "/here");
    }
  }

  @Test
  void anOperatorMayChooseWhatIsFetched() {
    YamlCatalogue chosen =
        new YamlCatalogue("sourced-catalogue", Optional.empty(), Optional.of(List.of("TEST:FILE")));

    assertThat(chosen.listSources())
        .extracting(source -> source.dataflow().toString())
        .containsExactly("TEST:FILE");
    assertThat(chosen.list()).hasSize(3);
    assertThatThrownBy(
            () ->
                new YamlCatalogue(
                    "sourced-catalogue", Optional.empty(), Optional.of(List.of("TEST:NONE"))))
        .hasMessageContaining("deficitwatch.fetch.dataflows: TEST:NONE has no source");
  }

  private static Source source(String dataflow) {
    return SOURCED.findSource(DataflowRef.parse(dataflow)).orElseThrow();
  }
}
