package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.Optional;

/** Rows of a country, a year and a value. */
record WdiLongRows(WdiObservations observations, Findings findings) {
  private static final int AREA = 2;
  private static final int YEAR = 3;
  private static final int VALUE = 4;

  void take(CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != VALUE) {
      findings.add(
          () -> line + ":1",
          () -> "the row has %d fields, the header %d".formatted(row.getFieldCount(), VALUE));
      return;
    }
    String area = row.getField(AREA - 1).strip();
    String text = row.getField(YEAR - 1).strip();
    Optional<SeriesKey> key = observations.key(area, line, AREA);
    Optional<TimePeriod> year = WdiObservations.year(text);
    if (year.isEmpty()) {
      findings.add(() -> line + ":" + YEAR, () -> QuotedText.quote(text) + " is no year");
    } else if (key.isPresent()) {
      observations.take(key.get(), area, year.get(), Cell.of(row, VALUE - 1), line + ":" + VALUE);
    }
  }
}
