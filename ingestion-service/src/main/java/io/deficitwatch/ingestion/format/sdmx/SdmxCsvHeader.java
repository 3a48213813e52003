package io.deficitwatch.ingestion.format.sdmx;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which field of a row is in which column. Attributes that we have no use for are passed over.
 *
 * @param columns positions by id
 * @param width how many columns there are
 * @param labelled whether cells read {@code CODE: Label}, as with labels=both
 * @param attributes positions of the columns that are attributes for all we know
 */
record SdmxCsvHeader(
    Map<String, Integer> columns, int width, boolean labelled, List<Integer> attributes) {
  static final String ACTION = "ACTION";
  static final String LABEL = ": ";

  private static final int MOST_COLUMNS = 1_000;
  private static final String STRUCTURE_NAME = "STRUCTURE_NAME";
  // The field guide's own columns, and those it gives as examples of custom ones
  private static final Set<String> NO_ATTRIBUTES =
      Set.of("SERIES_KEY", "OBS_KEY", STRUCTURE_NAME, "UPDATED", "PREPARED", "LAST UPDATE");

  /** The header, unless rows cannot be read by it: then findings say why. */
  static Optional<SdmxCsvHeader> of(
      CsvRecord record, SdmxCsvLayout layout, CataloguedDataflow dataflow, Findings findings) {
    int before = findings.count();
    if (record.getFieldCount() > MOST_COLUMNS) {
      findings.add(
          "1:" + (MOST_COLUMNS + 1),
          "the header has %d columns, and at most %d are read"
              .formatted(record.getFieldCount(), MOST_COLUMNS));
      return Optional.empty();
    }
    boolean labelled = record.getFields().stream().anyMatch(field -> field.contains(LABEL));
    List<String> names = record.getFields().stream().map(field -> name(field, labelled)).toList();
    boolean named = names.contains(STRUCTURE_NAME);
    Set<String> needed = needed(layout, dataflow);
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Integer first = columns.putIfAbsent(names.get(i), i);
      // With labels=name the name of a column stands right behind its id, and may be the same.
      boolean isName = named && first != null && first == i - 1;
      if (first != null && !isName && needed.contains(names.get(i))) {
        findings.add(
            "1:" + (i + 1), "the column %s stands twice".formatted(QuotedText.quote(names.get(i))));
      }
    }
    if (!columns.containsKey(layout.structureColumn())) {
      findings.add("1:1", "the column %s is missing".formatted(layout.structureColumn()));
    }
    return findings.count() > before
        ? Optional.empty()
        : Optional.of(
            new SdmxCsvHeader(columns, names.size(), labelled, attributes(names, named, needed)));
  }

  private static Set<String> needed(SdmxCsvLayout layout, CataloguedDataflow dataflow) {
    Set<String> needed = new HashSet<>(SdmxIds.all(dataflow));
    needed.addAll(List.of(layout.firstColumn(), layout.structureColumn(), ACTION));
    return needed;
  }

  private static List<Integer> attributes(List<String> names, boolean named, Set<String> needed) {
    List<Integer> attributes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean label =
          names.get(i).endsWith("_LABEL") || (named && i > 0 && needed.contains(names.get(i - 1)));
      if (!needed.contains(names.get(i)) && !NO_ATTRIBUTES.contains(names.get(i)) && !label) {
        attributes.add(i);
      }
    }
    return attributes;
  }

  // STRUCTURE[;] and ATTRIBUTE[en;fr] say what separates several values, and which.
  private static String name(String field, boolean labelled) {
    String id = labelled ? withoutLabel(field) : field;
    int bracket = id.endsWith("]") ? id.indexOf('[') : -1;
    return (bracket < 0 ? id : id.substring(0, bracket)).strip();
  }

  /** The part before the label. */
  static String withoutLabel(String field) {
    int label = field.indexOf(LABEL);
    return label < 0 ? field : field.substring(0, label);
  }

  /** Names of the columns without which no observation can be taken. */
  List<String> missing(CataloguedDataflow dataflow) {
    List<String> missing = new ArrayList<>();
    for (Dimension dimension : dataflow.dimensions()) {
      if (!columns.containsKey(dimension.id())
          && dimension.names().stream().noneMatch(columns::containsKey)) {
        missing.add(dimension.id());
      }
    }
    missing.addAll(List.of(SdmxIds.TIME_PERIOD, SdmxIds.OBS_VALUE));
    if (dataflow.publication().multiplier().isEmpty()) {
      missing.add(SdmxIds.UNIT_MULT);
    }
    missing.removeIf(columns::containsKey);
    return missing;
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
