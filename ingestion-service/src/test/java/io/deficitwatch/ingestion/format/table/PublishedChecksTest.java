package io.deficitwatch.ingestion.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Checks;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.sample.SharedData;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the catalogue demands of figures holds of those that were published. */
class PublishedChecksTest {
  @Test
  void theBalanceOfPaymentsAddsUp() {
    Cells cells = Cells.of(Read.bojBulk().releasedAt("2017-05-10T23:50:00Z").complete(flatFile()));

    assertThat(sums("BOJ:BP01", cells)).isEqualTo(12_718);
  }

  @Test
  void theTrendTablesAddUp() {
    Read summary = Read.table(FormatName.MOF_CSV, "MOF:BOP_SUMMARY");
    Read services = Read.table(FormatName.MOF_CSV, "MOF:BOP_SERVICES");
    String day = "2017-08-07T23:50:00Z";

    assertThat(
            sums(
                "MOF:BOP_SUMMARY",
                Cells.of(summary.releasedAt(day).complete(MofTrend.summary("20170808").text()))))
        .isEqualTo(3 * 258);
    assertThat(
            sums(
                "MOF:BOP_SERVICES",
                Cells.of(services.releasedAt(day).complete(MofTrend.services("20170808").text()))))
        .isEqualTo(2 * 258);
  }

  @Test
  void transactionsInSecuritiesAddUp() {
    Cells cells =
        Cells.of(
            Read.table(FormatName.MOF_CSV, "MOF:SECURITIES")
                .complete(
                    SharedData.bytes("data/mof-sjis/mof_securities_montha1.sjis.csv"), UTF_8));

    assertThat(sums("MOF:SECURITIES", cells)).isEqualTo(10 * 301);
  }

  @Test
  void tradeInServicesOfTheUnitedKingdomAddsUp() {
    Cells cells =
        Cells.of(
            Read.table(FormatName.ONS_CSV, "ONS:UK_TRADE_SERVICES")
                .releasedAt("2021-04-30T08:30:00Z")
                .complete(
                    SharedData.bytes("data/ons-uk/servicetypebycountry2020q4.timeseries.csv"),
                    UTF_8));

    assertThat(sums("ONS:UK_TRADE_SERVICES", cells)).isEqualTo(3830 + 2439 + 2031 + 2757);
  }

  @Test
  void theSecondPreliminaryChangesNoMoreThanIsAllowed() {
    Read read =
        Read.table(FormatName.MOF_CSV, "MOF:BOP_SERVICES").releasedAt("2017-08-07T23:50:00Z");
    Cells before = Cells.of(read.complete(MofTrend.services("20170608").text()));
    Cells after = Cells.of(read.complete(MofTrend.services("20170808").text()));
    Checks.Revision allowed = dataflow("MOF:BOP_SERVICES").checks().revision().orElseThrow();
    int changed = 0;

    for (String key : before.byKey().keySet()) {
      for (TimePeriod period : before.series(key).keySet()) {
        BigDecimal was = new BigDecimal(before.value(key, period.toString()));
        BigDecimal change = new BigDecimal(after.value(key, period.toString())).subtract(was).abs();
        changed += change.signum();
        assertThat(change)
            .isLessThanOrEqualTo(was.abs().multiply(allowed.share()).max(allowed.negligible()));
      }
    }
    assertThat(changed).isEqualTo(40);
  }

  private static CataloguedDataflow dataflow(String ref) {
    return YamlCatalogueFiles.shipped().find(DataflowRef.parse(ref)).orElseThrow();
  }

  /** How many sums there are, each of which holds within its tolerance. */
  private static int sums(String ref, Cells cells) {
    CataloguedDataflow dataflow = dataflow(ref);
    Checks checks = dataflow.checks();
    int count = 0;
    for (Checks.Balance balance : checks.balance().stream().toList()) {
      count +=
          sums(
              cells,
              dataflow.positionOf(balance.dimension()),
              List.of(balance.credit(), balance.net(), balance.debit()),
              balance.tolerance());
    }
    for (Checks.Total total : checks.totals()) {
      List<String> codes = new ArrayList<>(List.of(total.total()));
      codes.addAll(total.parts());
      count += sums(cells, dataflow.positionOf(total.dimension()), codes, total.tolerance());
    }
    return count;
  }

  private static int sums(Cells cells, int position, List<String> codes, BigDecimal tolerance) {
    int count = 0;
    for (String key : cells.byKey().keySet()) {
      String[] parts = key.split("\\.");
      if (!parts[position].equals(codes.getFirst())) {
        continue;
      }
      for (TimePeriod period : cells.series(key).keySet()) {
        List<BigDecimal> values =
            codes.stream().flatMap(code -> value(cells, parts, position, code, period)).toList();
        if (values.size() == codes.size()) {
          count++;
          assertThat(
                  values.subList(1, values.size()).stream()
                      .reduce(values.getFirst(), BigDecimal::subtract)
                      .abs())
              .as("%s %s", key, period)
              .isLessThanOrEqualTo(tolerance);
        }
      }
    }
    return count;
  }

  private static Stream<BigDecimal> value(
      Cells cells, String[] key, int position, String code, TimePeriod period) {
    String[] other = Arrays.copyOf(key, key.length);
    other[position] = code;
    return Optional.ofNullable(cells.series(String.join(".", other)).get(period)).stream()
        .flatMap((Observation one) -> one.value().stream());
  }

  /** The Bank of Japan's figures in the layout of its flat files, whose codes they have lost. */
  private static String flatFile() {
    Map<String, String> codes = new HashMap<>();
    SharedData.lines("domain/boj_bp01_series.csv").stream()
        .map(Cells::fields)
        .forEach(row -> codes.put(row.get(1).replace('（', '(').replace('）', ')'), row.getFirst()));
    List<List<String>> rows =
        SharedData.lines("data/boj-bulk/boj_bp_services_items_monthly_to_2015-12.csv").stream()
            .map(Cells::fields)
            .toList();
    String periods =
        rows.stream()
            .skip(1)
            .map(row -> row.getFirst().substring(0, 7).replace("-", ""))
            .collect(joining(","));
    StringBuilder file = new StringBuilder(",,,," + periods + "\n");
    for (int i = 1; i < rows.getFirst().size(); i++) {
      int column = i;
      String code = codes.get(rows.getFirst().get(i).replaceFirst(":億円$", ""));
      if (code != null) {
        file.append(code + ",BP,x,億円,")
            .append(rows.stream().skip(1).map(row -> row.get(column)).collect(joining(",")))
            .append('\n');
      }
    }
    return file.toString();
  }
}
