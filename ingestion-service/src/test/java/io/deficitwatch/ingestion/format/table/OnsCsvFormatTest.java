package io.deficitwatch.ingestion.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.sample.SharedData;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OnsCsvFormatTest {
  private static final String FILE = "data/ons-uk/servicetypebycountry2020q4.timeseries.csv";
  private static final String HEADER =
      "Direction,Service type code,Service type,Country code,Country,2019,2019Q4\n";

  private static Read ons() {
    return Read.table(FormatName.ONS_CSV, "ONS:UK_TRADE_SERVICES")
        .releasedAt("2021-04-30T08:30:00Z");
  }

  @Test
  void everyCellIsTaken() {
    Read.Taken taken = ons().complete(SharedData.bytes(FILE), UTF_8);

    Cells cells = Cells.of(taken);
    CataloguedDataflow known =
        YamlCatalogueFiles.shipped().find(DataflowRef.parse("ONS:UK_TRADE_SERVICES")).orElseThrow();
    List<String> lines = SharedData.lines(FILE);
    List<String> header = Cells.fields(lines.getFirst());
    assertThat(taken.series()).hasSize(2 * 7802);
    assertThat(cells.count()).isEqualTo(195_050);
    assertThat(cells.count(ObservationStatus.Q)).isEqualTo(52_478);
    assertThat(cells.count(ObservationStatus.A)).isEqualTo(142_572);
    Set<String> items = new HashSet<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = Cells.fields(line);
      String item =
          known.dimensions().get(known.positionOf("ACCOUNT_ITEM")).translate(fields.get(1));
      String entry = fields.getFirst().equals("Exports") ? "C" : "D";
      items.add(item);
      for (int i = 5; i < header.size(); i++) {
        boolean quarter = header.get(i).contains("Q");
        Observation found =
            cells.at(
                "%s.GB.%s.%s.%s.GBP".formatted(quarter ? "Q" : "A", fields.get(3), entry, item),
                header.get(i).replace("Q", "-Q"));
        if (fields.get(i).equals("..")) {
          assertThat(found.value()).isEmpty();
        } else {
          assertThat(found.value().orElseThrow())
              .isEqualByComparingTo(new BigDecimal(fields.get(i)).scaleByPowerOfTen(6));
        }
      }
    }
    assertThat(items).hasSize(47);
  }

  @Test
  void hasTheFiguresThatWerePublished() {
    Cells cells = Cells.of(ons().complete(SharedData.bytes(FILE), UTF_8));

    assertThat(cells.value("A.GB.AU.C.S.GBP", "2016")).isEqualTo("6255000000");
    assertThat(cells.value("Q.GB.AU.C.S.GBP", "2020-Q4")).isEqualTo("1336000000");
    assertThat(cells.at("A.GB.ZA.D.10_3_N59.GBP", "2016").status()).isEqualTo(ObservationStatus.Q);
  }

  @Test
  void everyFaultIsNamedWithItsPlace() {
    assertThat(
            ons()
                .findings(
                    HEADER
                        + "Exports,9.2,Computer,JP,Japan,1,x\n"
                        + "Balance,9.2,Computer,JP,Japan,1,2\n"
                        + "Exports,9.9,Computer,JP,Japan,1,2\n"
                        + "Exports,9.2,Computer,Japan,JP,1,2\n"
                        + "Exports,9.2,Computer,JP,Japan,1,2\n"
                        + "Exports,9.2,Computer,JP,Japan,1\n"))
        .map(Finding::place)
        .containsExactly("2:7", "3:1", "3:1", "4:2", "4:2", "5:4", "5:4", "6:6", "7:1");
  }

  @Test
  void columnsInAnotherOrderAreRefused() {
    assertThat(
            ons().findings(HEADER.replace("Country code,Country", "Country,Country code") + "x\n"))
        .map(Finding::place)
        .containsExactly("1:1");
    assertThat(ons().findings(HEADER.replace("2019Q4", "2019") + "x\n"))
        .map(Finding::place)
        .containsExactly("1:7");
    assertThat(ons().findings(HEADER.replace("2019Q4", "2019Q5") + "x\n"))
        .map(Finding::place)
        .containsExactly("1:7");
  }
}
