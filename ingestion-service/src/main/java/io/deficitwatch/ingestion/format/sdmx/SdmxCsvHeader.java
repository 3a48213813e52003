package io.deficitwatch.ingestion.format.sdmx;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which field of a row is in which column. Attributes that we have no use for are passed over. */
record SdmxCsvHeader(Map<String, Integer> columns, int width) {
  static final String STRUCTURE = "STRUCTURE";
  static final String STRUCTURE_ID = "STRUCTURE_ID";
  static final String ACTION = "ACTION";
  static final String TIME_PERIOD = "TIME_PERIOD";
  static final String OBS_VALUE = "OBS_VALUE";
  static final String OBS_STATUS = "OBS_STATUS";
  static final String UNIT_MULT = "UNIT_MULT";
  static final String REPORTING_YEAR_START_DAY = "REPORTING_YEAR_START_DAY";

  /** The header, unless rows cannot be read by it: then findings say why. */
  static Optional<SdmxCsvHeader> of(
      CsvRecord record, CataloguedDataflow dataflow, Findings findings) {
    int before = findings.count();
    List<String> names = record.getFields().stream().map(SdmxCsvHeader::name).toList();
    if (!names.getFirst().equals(STRUCTURE)) {
      findings.add(
          "1:1",
          "%s is no SDMX-CSV 2.0 with commas: its first column is STRUCTURE"
              .formatted(QuotedText.quote(names.getFirst())));
      return Optional.empty();
    }
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (columns.putIfAbsent(names.get(i), i) != null) {
        findings.add(
            "1:" + (i + 1), "the column %s stands twice".formatted(QuotedText.quote(names.get(i))));
      }
    }
    required(dataflow)
        .filter(name -> !columns.containsKey(name))
        .forEach(name -> findings.add("1:1", "the column %s is missing".formatted(name)));
    return findings.count() > before
        ? Optional.empty()
        : Optional.of(new SdmxCsvHeader(columns, names.size()));
  }

  private static Stream<String> required(CataloguedDataflow dataflow) {
    return Stream.concat(
        Stream.of(STRUCTURE_ID, TIME_PERIOD, OBS_VALUE, UNIT_MULT),
        dataflow.dimensions().stream().map(Dimension::id));
  }

  // STRUCTURE[;] says what separates several values of one field; none of ours has several.
  private static String name(String field) {
    return field.strip().replaceFirst("\\[[^\\]]*]$", "");
  }

  /** The field of that name; empty text if there is no such column. */
  String field(CsvRecord row, String name) {
    Integer column = columns.get(name);
    return column == null ? "" : row.getField(column).strip();
  }

  /** Where that field of the row is: {@code line:field}, both from 1. */
  String place(CsvRecord row, String name) {
    return row.getStartingLineNumber() + ":" + (columns.getOrDefault(name, 0) + 1);
  }
}
