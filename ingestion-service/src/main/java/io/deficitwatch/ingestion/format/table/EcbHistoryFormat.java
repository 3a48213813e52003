package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.text.CsvText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Euro reference rates of the European Central Bank, {@code eurofxref-hist.csv} and its shorter
 * sisters: a row a day from the newest back, a column a currency, units of it for one euro.
 */
public final class EcbHistoryFormat implements ReleaseFormat {
  @Override
  public FormatName name() {
    return FormatName.ECB_HISTORY_CSV;
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    return CsvText.read(content, figures.findings(), records -> read(records, figures, releasedAt));
  }

  private static Reading read(
      Iterator<CsvRecord> records, Figures figures, Optional<Instant> said) {
    CsvRecord header = records.next();
    if (!header.getField(0).strip().equals("Date") || !records.hasNext()) {
      figures.findings().add("1:1", "the first row is to have Date and the currencies");
      return CsvText.unreadable();
    }
    CsvRecord newest = records.next();
    Optional<Instant> releasedAt =
        said.or(
            () -> EcbRows.day(newest.getField(0)).map(figures.dataflow().publication()::momentOf));
    var codes = new TableCodes(figures, releasedAt);
    var rows = new EcbRows(header.getFieldCount(), columns(header, codes, figures), figures);
    rows.take(newest);
    records.forEachRemaining(rows::take);
    rows.finish();
    return codes.reading();
  }

  private static SortedMap<Integer, CodedSeries> columns(
      CsvRecord header, TableCodes codes, Figures figures) {
    SortedMap<Integer, CodedSeries> columns = new TreeMap<>();
    for (int i = 1; i < header.getFieldCount(); i++) {
      String place = "1:" + (i + 1);
      String code = header.getField(i).strip();
      // Each row ends with a comma, and so with a field that is none.
      boolean end = code.isEmpty() && i == header.getFieldCount() - 1;
      Optional<CodedSeries> series = end ? Optional.empty() : codes.find(code, () -> place);
      if (series.filter(columns::containsValue).isPresent()) {
        figures.findings().add(place, "the currency stands twice");
      } else if (series.isPresent()) {
        columns.put(i, series.get());
      }
    }
    return columns;
  }
}
