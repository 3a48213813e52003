package io.deficitwatch.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.TooManyFaults;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.sample.BojLayouts;
import io.deficitwatch.ingestion.sample.Mutation;
import io.deficitwatch.ingestion.sample.SharedData;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every real file, damaged in every way by chance, but the same chance each time: reading it ends,
 * with a finding or with figures, and where the damage can be told, with none that the file does
 * not have.
 */
class MutatedFilesTest {
  private static final int MOST_ROUNDS = 40;
  private static final int BYTES = 2_000_000;
  private static final Instant RELEASED = Instant.parse("2026-09-07T23:50:00Z");
  private final AcceptedFormats formats = new AcceptedFormats();

  /** A real file, how it is written and what it is of. */
  record RealFile(String path, FormatName format, String dataflow, Charset charset) {
    RealFile(String path, FormatName format, String dataflow) {
      this(path, format, dataflow, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
      byte[] published = SharedData.bytes(path);
      return switch (format) {
        case BOJ_API_CSV -> BojLayouts.csv(published);
        case BOJ_BULK_CSV -> BojLayouts.flat(published);
        default -> published;
      };
    }

    @Override
    public String toString() {
      return path + " as " + format.text();
    }
  }

  static Stream<RealFile> files() {
    return Stream.of(
        new RealFile(
            "data/boj-api/BP01_BPBP6JYNSN_services.json", FormatName.BOJ_API_JSON, "BOJ:BP01"),
        new RealFile(
            "data/boj-api/BP01_BPBP6JYNTB_goods.json", FormatName.BOJ_API_JSON, "BOJ:BP01"),
        new RealFile(
            "data/boj-api/BP01_BPBP6JYNSN_services.json", FormatName.BOJ_API_CSV, "BOJ:BP01"),
        new RealFile(
            "data/boj-api/BP01_BPBP6JYNSN_services.json", FormatName.BOJ_BULK_CSV, "BOJ:BP01"),
        new RealFile(
            "data/boj-api/FM08_FXERM07_usdjpy_monthly_average.json",
            FormatName.BOJ_API_JSON,
            "BOJ:FM08"),
        new RealFile(
            "data/mof-sjis/mof_securities_montha1.sjis.csv",
            FormatName.MOF_CSV,
            "MOF:SECURITIES",
            Charset.forName("windows-31j")),
        new RealFile(
            "data/wdi/bx.gsr.royl.cd_20260501.csv", FormatName.WDI_CSV, "WB:BX_GSR_ROYL_CD"),
        new RealFile(
            "data/wdi/bm.gsr.royl.cd_20260501.csv", FormatName.WDI_CSV, "WB:BM_GSR_ROYL_CD"),
        new RealFile(
            "data/wdi/bn.cab.xoka.cd_20180801.csv", FormatName.WDI_CSV, "WB:BN_CAB_XOKA_CD"),
        new RealFile("data/wdi/pa.nus.fcrf_20260501.csv", FormatName.WDI_CSV, "WB:PA_NUS_FCRF"),
        new RealFile(
            "data/ons-uk/servicetypebycountry2020q4.timeseries.csv",
            FormatName.ONS_CSV,
            "ONS:UK_TRADE_SERVICES"),
        new RealFile("data/fx/eurofxref-hist.csv", FormatName.ECB_HISTORY_CSV, "ECB:EUROFXREF"),
        new RealFile("data/fx/fred_fx_monthly.csv", FormatName.FED_FX_CSV, "FRB:G5"),
        new RealFile("data/unctad/UNCTAD_DE.sdmx.csv", FormatName.SDMX_CSV, "UNCTAD:DE"),
        new RealFile(
            "data/sdmx-samples/ECB_EXR_M.USD.EUR.SP00.A_generic21.xml",
            FormatName.SDMX_ML,
            "ECB:EXR"),
        new RealFile("data/sdmx-samples/ECB_EXR_ng-ts-ss.xml", FormatName.SDMX_ML, "ECB:EXR"),
        new RealFile("data/sdmx-samples/ECB_EXR_ng-ts.xml", FormatName.SDMX_ML, "ECB:EXR"),
        new RealFile("data/sdmx-samples/ECB_EXR_ng-flat.xml", FormatName.SDMX_ML, "ECB:EXR"),
        new RealFile("data/sdmx-samples/ECB_EXR_ng-xs.xml", FormatName.SDMX_ML, "ECB:EXR"),
        new RealFile("data/sdmx-samples/ECB_EXR_flat.json", FormatName.SDMX_JSON, "ECB:EXR"),
        new RealFile("data/sdmx-samples/ECB_EXR_ts.json", FormatName.SDMX_JSON, "ECB:EXR"),
        new RealFile(
            "data/sdmx-samples/v3_json_data_exr-time-series.json",
            FormatName.SDMX_JSON,
            "ECB:EXR"));
  }

  static Stream<Arguments> filesAndMutations() {
    return files()
        .flatMap(
            file -> Stream.of(Mutation.values()).map(mutation -> Arguments.of(file, mutation)));
  }

  @ParameterizedTest
  @MethodSource("filesAndMutations")
  void endsInTimeWithFindingsOrWithFiguresThatTheFileHas(RealFile file, Mutation mutation)
      throws IOException {
    byte[] original = file.bytes();
    Map<String, Observation> known = figures(file, original).orElseThrow();
    Random random = new Random(file.toString().hashCode() * 31L + mutation.ordinal());
    int rounds = Math.clamp(BYTES / original.length, 2, MOST_ROUNDS);
    for (int round = 0; round < rounds; round++) {
      byte[] mutated = mutation.apply(original, file.charset(), random);

      Optional<Map<String, Observation>> read =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(10), () -> figures(file, mutated));

      if (mutation.canBeTold()) {
        read.ifPresent(found -> requireKnown(found, known));
      }
    }
  }

  private static void requireKnown(Map<String, Observation> found, Map<String, Observation> known) {
    assertThat(found)
        .allSatisfy((key, observation) -> assertThat(observation).isEqualTo(known.get(key)));
  }

  /** What is read of the bytes by series and period; empty if they are refused. */
  private Optional<Map<String, Observation>> figures(RealFile file, byte[] bytes)
      throws IOException {
    var dataflow =
        YamlCatalogueFiles.shipped().find(DataflowRef.parse(file.dataflow())).orElseThrow();
    try (Figures figures = new Figures(dataflow, Path.of(System.getProperty("java.io.tmpdir")))) {
      Reading reading =
          formats
              .get(file.format())
              .read(
                  Content.of(bytes, Optional.empty(), StandardCharsets.UTF_8),
                  figures,
                  Optional.of(RELEASED));
      if (reading instanceof Reading.Faulty) {
        assertThat(figures.findings().kept()).isNotEmpty();
        return Optional.empty();
      }
      assertThat(figures.findings().kept()).isEmpty();
      Map<String, Observation> read = new HashMap<>();
      for (String area : figures.areas()) {
        for (Series series : figures.listSeries(area)) {
          series.observations().forEach(one -> read.put(series.key() + " " + one.period(), one));
        }
      }
      return Optional.of(read);
    } catch (TooManyFaults _) {
      return Optional.empty();
    }
  }
}
