package io.deficitwatch.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Monthly trade in services of many areas, made up in the shape of published files: area by area,
 * item by item, month by month.
 *
 * @param areas how many; every one has the same items
 * @param items how many, each with credits and debits
 * @param months how many
 * @param seed so that each panel is another release
 * @param first months after January 1996 that it begins
 */
record Panel(int areas, int items, int months, long seed, int first) {
  /** From January 1996 on. */
  Panel(int areas, int items, int months, long seed) {
    this(areas, items, months, seed, 0);
  }

  private static final String SDMX_CSV_HEADER =
      "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ACCOUNTING_ENTRY,ACCOUNT_ITEM,"
          + "UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS\n";

  /** One figure of it. */
  record Row(String area, String entry, String item, String period, String value) {
    String key() {
      return "M." + area + ".W1." + entry + "." + item + ".USD";
    }
  }

  int series() {
    return areas * items * 2;
  }

  long observations() {
    return (long) series() * months;
  }

  void forEach(Consumer<Row> reader) {
    Random random = new Random(seed);
    for (int area = 0; area < areas; area++) {
      for (int item = 0; item < items; item++) {
        for (String entry : new String[] {"C", "D"}) {
          long level = 1_000_000 + random.nextInt(100_000_000);
          for (int month = 0; month < months; month++) {
            level = Math.max(1, level + random.nextInt(200_001) - 100_000);
            reader.accept(
                new Row(
                    "A%03d".formatted(area),
                    entry,
                    "I%02d".formatted(item),
                    "%d-%02d".formatted(1996 + (first + month) / 12, 1 + (first + month) % 12),
                    level / 10_000 + "." + "%04d".formatted(level % 10_000)));
          }
        }
      }
    }
  }

  /** SDMX-CSV 2.0. */
  void writeCsv(Path file) throws IOException {
    write(
        file,
        (out, _) -> {
          append(out, SDMX_CSV_HEADER);
          forEach(
              row ->
                  append(
                      out,
                      "dataflow,BENCHMARK:PANEL(1.0),I,M,%s,W1,%s,%s,USD,%s,%s,6,A\n"
                          .formatted(
                              row.area(), row.entry(), row.item(), row.period(), row.value())));
        });
  }

  /** SDMX-ML 3.0, structure-specific. */
  void writeXml(Path file) throws IOException {
    write(
        file,
        (out, last) -> {
          append(
              out,
              """
              <?xml version="1.0" encoding="UTF-8"?>
              <mes:StructureSpecificData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message" xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common">
              <mes:Header><mes:ID>PANEL</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2026-01-01T00:00:00Z</mes:Prepared><mes:Sender id="BENCHMARK"/><mes:Structure structureID="P" dimensionAtObservation="TIME_PERIOD"><com:StructureUsage>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=BENCHMARK:PANEL(1.0)</com:StructureUsage></mes:Structure></mes:Header>
              <mes:DataSet ss:structureRef="P" ss:action="Information">
              """);
          forEach(
              row -> {
                if (!row.key().equals(last[0])) {
                  append(out, last[0].isEmpty() ? "" : "</Series>\n");
                  append(
                      out,
                      "<Series FREQ=\"M\" REF_AREA=\"%s\" COUNTERPART_AREA=\"W1\" ACCOUNTING_ENTRY=\"%s\" ACCOUNT_ITEM=\"%s\" UNIT_MEASURE=\"USD\" UNIT_MULT=\"6\">\n"
                          .formatted(row.area(), row.entry(), row.item()));
                  last[0] = row.key();
                }
                append(
                    out,
                    "<Obs TIME_PERIOD=\"%s\" OBS_VALUE=\"%s\" OBS_STATUS=\"A\"/>\n"
                        .formatted(row.period(), row.value()));
              });
          append(out, "</Series>\n</mes:DataSet>\n</mes:StructureSpecificData>\n");
        });
  }

  private interface Body {
    void write(Writer out, String[] last);
  }

  private static void write(Path file, Body body) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      body.write(out, new String[] {""});
    }
  }

  private static void append(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
