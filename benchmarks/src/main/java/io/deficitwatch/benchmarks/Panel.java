package io.deficitwatch.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Monthly trade in services of many areas, made up in the shape of published files: area by area,
 * item by item, month by month.
 *
 * @param areas how many; every one has the same items
 * @param items how many, each with credits and debits
 * @param months how many
 * @param seed so that each panel is another release
 * @param first months after January 1996 that it begins
 * @param firstArea number of its first area
 */
record Panel(int areas, int items, int months, long seed, int first, int firstArea) {
  /** Of the areas from the first on. */
  Panel(int areas, int items, int months, long seed, int first) {
    this(areas, items, months, seed, first, 0);
  }

  /** From January 1996 on. */
  Panel(int areas, int items, int months, long seed) {
    this(areas, items, months, seed, 0, 0);
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

  static String area(int number) {
    return "A%03d".formatted(number);
  }

  static String item(int number) {
    return "I%02d".formatted(number);
  }

  String period(int month) {
    return "%d-%02d".formatted(1996 + (first + month) / 12, 1 + (first + month) % 12);
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
                    area(firstArea + area),
                    entry,
                    item(item),
                    period(month),
                    level / 10_000 + "." + "%04d".formatted(level % 10_000)));
          }
        }
      }
    }
  }

  /** Writes series after series, each with its beginning, its observations from 0 on, its end. */
  void forEachSeries(
      Writer out,
      Function<Row, String> beginning,
      BiFunction<Row, Integer, String> observation,
      String end) {
    int[] number = {0};
    forEach(
        row -> {
          if (number[0] == 0) {
            append(out, beginning.apply(row));
          }
          append(out, observation.apply(row, number[0]));
          number[0] = (number[0] + 1) % months;
          if (number[0] == 0) {
            append(out, end);
          }
        });
  }

  /** SDMX-CSV 2.0. */
  void writeCsv(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      writeCsv(out);
    }
  }

  void writeCsv(Writer out) {
    append(out, SDMX_CSV_HEADER);
    forEach(
        row ->
            append(
                out,
                "dataflow,BENCHMARK:PANEL(1.0),I,M,%s,W1,%s,%s,USD,%s,%s,6,A\n"
                    .formatted(row.area(), row.entry(), row.item(), row.period(), row.value())));
  }

  /** SDMX-ML 3.0, structure-specific. */
  void writeXml(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      writeXml(out);
    }
  }

  void writeXml(Writer out) {
    append(
        out,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <mes:StructureSpecificData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message" xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common">
        <mes:Header><mes:ID>PANEL</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2026-01-01T00:00:00Z</mes:Prepared><mes:Sender id="BENCHMARK"/><mes:Structure structureID="P" dimensionAtObservation="TIME_PERIOD"><com:StructureUsage>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=BENCHMARK:PANEL(1.0)</com:StructureUsage></mes:Structure></mes:Header>
        <mes:DataSet ss:structureRef="P" ss:action="Information">
        """);
    forEachSeries(
        out,
        row ->
            "<Series FREQ=\"M\" REF_AREA=\"%s\" COUNTERPART_AREA=\"W1\" ACCOUNTING_ENTRY=\"%s\" ACCOUNT_ITEM=\"%s\" UNIT_MEASURE=\"USD\" UNIT_MULT=\"6\">\n"
                .formatted(row.area(), row.entry(), row.item()),
        (row, _) ->
            "<Obs TIME_PERIOD=\"%s\" OBS_VALUE=\"%s\" OBS_STATUS=\"A\"/>\n"
                .formatted(row.period(), row.value()),
        "</Series>\n");
    append(out, "</mes:DataSet>\n</mes:StructureSpecificData>\n");
  }

  static void append(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
