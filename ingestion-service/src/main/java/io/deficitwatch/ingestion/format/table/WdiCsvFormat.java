package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import io.deficitwatch.ingestion.format.text.CsvText;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of the World Bank's World Development Indicators: with a row a country and year, which does
 * not name the indicator, or with a row a country and the years in columns, which does.
 */
public final class WdiCsvFormat implements ReleaseFormat {
  private static final List<String> LONG = List.of("Country Name", "Country Code", "Year", "Value");
  private static final int MOST_ROWS_ABOVE = 20;

  @Override
  public FormatName name() {
    return FormatName.WDI_CSV;
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    return CsvText.read(content, figures.findings(), records -> read(records, figures, releasedAt));
  }

  private static Reading read(
      Iterator<CsvRecord> records, Figures figures, Optional<Instant> said) {
    Optional<Instant> releasedAt = said;
    for (int i = 0; i < MOST_ROWS_ABOVE && records.hasNext(); i++) {
      CsvRecord row = records.next();
      if (row.getField(0).strip().equals(LONG.getFirst())) {
        var codes = new TableCodes(figures, releasedAt);
        Optional<Consumer<CsvRecord>> rows = rows(row, figures);
        if (rows.isEmpty()) {
          return CsvText.unreadable();
        }
        records.forEachRemaining(rows.get());
        figures.all().forEach(SeriesFigures::coverEverything);
        return codes.reading();
      }
      releasedAt = releasedAt.or(() -> moment(row, figures));
    }
    figures
        .findings()
        .add("1:1", "there is no row of column names, which begins with Country Name");
    return CsvText.unreadable();
  }

  private static Optional<Consumer<CsvRecord>> rows(CsvRecord names, Figures figures) {
    Findings findings = figures.findings();
    var observations = new WdiObservations(figures);
    if (names.getFields().stream().map(String::strip).toList().equals(LONG)) {
      return Optional.of(new WdiLongRows(observations, findings)::take);
    }
    return WdiWideRows.of(names, observations, figures).map(rows -> rows::take);
  }

  /** Of the wide layout, which says above the table when it was last updated. */
  private static Optional<Instant> moment(CsvRecord row, Figures figures) {
    if (row.getFieldCount() < 2 || !row.getField(0).strip().equals("Last Updated Date")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          figures.dataflow().publication().momentOf(LocalDate.parse(row.getField(1).strip())));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
