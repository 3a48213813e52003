package io.deficitwatch.ingestion.format.sdmx;

import de.siegmar.fastcsv.reader.CsvRecord;

/** A row of a file, without labels and with decimals behind a point. */
record SdmxCsvRow(SdmxCsvHeader header, SdmxCsvLayout layout, CsvRecord record) implements SdmxRow {
  @Override
  public String field(String id) {
    String text = header.field(record, id);
    if (header.labelled()) {
      text = SdmxCsvHeader.withoutLabel(text);
    }
    return switch (id) {
      case SdmxIds.OBS_VALUE -> isWithDecimalComma() ? text.replace(',', '.') : text;
      case SdmxIds.OBS_STATUS ->
          layout.values().isEmpty() ? text : text.replace(layout.values(), " ");
      default -> text;
    };
  }

  @Override
  public String place(String id) {
    return header.place(record, id);
  }

  /** Whether the value reads as in {@code 12,4}. SDMX separates no thousands. */
  boolean isWithDecimalComma() {
    String text = header.field(record, SdmxIds.OBS_VALUE);
    int comma = layout.mayHaveDecimalCommas() ? text.indexOf(',') : -1;
    return comma >= 0 && comma == text.lastIndexOf(',') && text.indexOf('.') < 0;
  }

  boolean isWithDecimalPoint() {
    return header.field(record, SdmxIds.OBS_VALUE).indexOf('.') >= 0;
  }

  /** Whether an attribute is marked, as those are that are to be deleted. */
  boolean hasAttribute() {
    return header.attributes().stream().anyMatch(column -> !record.getField(column).isBlank());
  }
}
