package io.deficitwatch.ingestion.format.text;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.Map;

/** Which field of a row is in which column; of a name that stands twice, the first. */
public record CsvColumns(Map<String, Integer> positions, int width) {
  public CsvColumns {
    positions = Map.copyOf(positions);
  }

  public static CsvColumns of(CsvRecord names) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < names.getFieldCount(); i++) {
      positions.putIfAbsent(names.getField(i).strip(), i);
    }
    return new CsvColumns(positions, names.getFieldCount());
  }

  public boolean has(String name) {
    return positions.containsKey(name);
  }

  /** The field of that name; empty text if there is no such column or the row is too short. */
  public String field(CsvRecord row, String name) {
    int position = positions.getOrDefault(name, Integer.MAX_VALUE);
    return position < row.getFieldCount() ? row.getField(position).strip() : "";
  }

  /** Where that field is in the line: {@code line:field}, both from 1. */
  public String place(long line, String name) {
    return line + ":" + (positions.getOrDefault(name, 0) + 1);
  }
}
