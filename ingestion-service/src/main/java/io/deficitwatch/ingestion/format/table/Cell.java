package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;

/** One field of a row, as a figure is read from it. */
final class Cell {
  private Cell() {}

  /**
   * Without spaces around it. A line break stays, and so it is no figure: it is in a field whose
   * closing quotation mark was cut off, and with it perhaps some digits.
   *
   * @param position from 0
   */
  static String of(CsvRecord row, int position) {
    String text = row.getField(position);
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text.strip() : text;
  }
}
