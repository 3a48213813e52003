package io.deficitwatch.ingestion.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.sample.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlCatalogueTest {
  private static final LocalDate DAY = LocalDate.parse("2026-09-08");
  private static final YamlCatalogue SHIPPED = new YamlCatalogue("catalogue");

  @ParameterizedTest
  @CsvSource({
    "BPBP6JYNSN,     M.JP.W1.N.S.JPY",
    "BPBP6JYNSC9062, M.JP.W1.C.SH_C.JPY",
    "BPBP6JYNSD9061, M.JP.W1.D.SH_I.JPY",
    "BPBP6JYNSD9072, M.JP.W1.D.SI2.JPY",
    "BPBP6JYNSN9082, M.JP.W1.N.SJ2.JPY",
    "BPBP6JYNEX,     M.JP.W1.C.G.JPY",
    "BPBP6JYNCB,     M.JP.W1.N.CAB.JPY",
    "BPBP6JYNSIN,    M.JP.W1.N.IN2.JPY"
  })
  void knowsWhatTheCodesOfTheBankOfJapanMean(String code, String key) {
    CodedSeries series = balanceOfPayments().find(code, DAY).orElseThrow();

    assertThat(series.key()).isEqualTo(SeriesKey.parse(key));
    assertThat(series.unit().multiplier()).isEqualTo(8);
    assertThat(series.unit().texts()).contains("100 million Yen", "億円");
  }

  @Test
  void coversEveryMonthlyServicesSeriesByItsNames() {
    Map<String, String> entries = Map.of("Credit", "C", "Debit", "D", "Net balance", "N");
    List<String> rows = SharedData.lines("data/boj-api/BP01_services_monthly_catalogue.csv");

    assertThat(rows).hasSize(109);
    assertThat(rows.stream().skip(1))
        .allSatisfy(
            row -> {
              String code = row.substring(0, row.indexOf(','));
              String entry = row.replaceFirst(".*?/(Credit|Debit|Net balance)\\b.*", "$1");
              assertThat(balanceOfPayments().find(code, DAY).orElseThrow().key().codes().get(3))
                  .isEqualTo(entries.get(entry));
            });
  }

  @Test
  void gives119SeriesKeysOfTheirOwn() {
    Stream<String> codes =
        SharedData.lines("domain/boj_bp01_series.csv").stream()
            .map(row -> row.substring(0, row.indexOf(',')))
            .filter(balanceOfPayments()::knows);

    assertThat(codes.map(code -> balanceOfPayments().find(code, DAY).orElseThrow().key()))
        .hasSize(119)
        .doesNotHaveDuplicates();
  }

  @Test
  void hasEverySeriesThatTheIndicatorsAreMadeOf() throws IOException {
    Path definition =
        Path.of(Objects.requireNonNull(System.getProperty("deficitwatch.root")))
            .resolve("metrics-service/src/main/resources/indicators/JP-DIGITAL-5.v1.yaml");
    Stream<String> keys =
        Pattern.compile("M\\.JP\\.[A-Z0-9_.]+")
            .matcher(Files.readString(definition))
            .results()
            .map(MatchResult::group);

    assertThat(keys).hasSize(15).allMatch(key -> balanceOfPayments().mayHave(SeriesKey.parse(key)));
  }

  @Test
  void knowsNoMeaningBeforeTheManualWasInUse() {
    assertThat(balanceOfPayments().knows("BPBP6JYNSN")).isTrue();
    assertThat(balanceOfPayments().find("BPBP6JYNSN", LocalDate.parse("2013-12-31"))).isEmpty();
    assertThat(balanceOfPayments().find("BPBP6JYNSN", LocalDate.parse("2014-01-01"))).isPresent();
  }

  @Test
  void knowsWhenAReleaseComesOut() {
    assertThat(balanceOfPayments().publication().momentOf(DAY))
        .isEqualTo(Instant.parse("2026-09-07T23:50:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "twice,      two files are about TEST:ONE",
    "overlap,    X1 has two meanings at a time",
    "misfit,     Q.JP.JPY does not fit the dimensions of TEST:ONE",
    "repeated,   Duplicate field 'X1'",
    "misspelled, Unrecognized field \"mapping\"",
    "unknown-kind, Could not resolve type id 'ftp'",
    "unknown-api,  api is 2.1 or 3.0",
    "codeless,     boj-api needs a publication.database",
    "hasty,        no publisher is asked more often than every minute",
    "superfluous,  Unrecognized field \"key\"",
    "nowhere,    no such resource",
    "untold,     'translate is a map of codes or ISO_3166_ALPHA_3, not \"ISO_3166\"'"
  })
  void stopsAtACatalogueThatCannotBeUsed(String folder, String fault) {
    assertThatThrownBy(() -> new YamlCatalogue("faulty-catalogues/" + folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(fault);
  }

  @Test
  void takesFilesOfTheOperatorsOwn(@TempDir Path directory) throws IOException {
    Files.writeString(
        directory.resolve("own.yaml"),
        """
        dataflow: TEST:OWN
        version: 1
        publication: {time: '12:00', zone: UTC}
        dimensions: [{id: FREQ, codes: [M]}, {id: REF_AREA, codes: []}]
        mappings: []
        """);
    Files.writeString(
        directory.resolve("bp01.yml"),
        """
        dataflow: BOJ:BP01
        version: 2
        publication: {time: '12:00', zone: UTC}
        dimensions: [{id: FREQ, codes: [M]}, {id: REF_AREA, codes: []}]
        mappings: []
        """);

    var catalogue = new YamlCatalogue("catalogue", Optional.of(directory), Optional.empty());

    assertThat(catalogue.find(DataflowRef.parse("TEST:OWN"))).isPresent();
    assertThat(catalogue.find(DataflowRef.parse("BOJ:BP01")).orElseThrow().dimensions()).hasSize(2);
    assertThat(catalogue.list()).hasSize(SHIPPED.list().size() + 1);
    Files.copy(directory.resolve("own.yaml"), directory.resolve("twice.yaml"));
    assertThatThrownBy(
            () -> new YamlCatalogue("catalogue", Optional.of(directory), Optional.empty()))
        .hasMessageContaining("two files are about TEST:OWN");
  }

  private static CataloguedDataflow balanceOfPayments() {
    return SHIPPED.find(DataflowRef.parse("BOJ:BP01")).orElseThrow();
  }
}
