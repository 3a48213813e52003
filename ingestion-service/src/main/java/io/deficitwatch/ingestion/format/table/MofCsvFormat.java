package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.catalogue.Table;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.text.CsvText;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trend tables of the Ministry of Finance of Japan: rows of headings in two languages, a row a
 * month, calendar and fiscal years below where there are any, and notes. Where the columns stand is
 * in the catalogue, with the words above them.
 */
public final class MofCsvFormat implements ReleaseFormat {
  @Override
  public FormatName name() {
    return FormatName.MOF_CSV;
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    Findings findings = figures.findings();
    CataloguedDataflow dataflow = figures.dataflow();
    Optional<Table.Headings> headings = dataflow.table().headings();
    if (headings.isEmpty()) {
      findings.add("dataflow", "the catalogue has no columns of a table for " + dataflow.ref());
      return new Reading.Faulty(RefusalReason.FAULTY_RELEASE);
    }
    return CsvText.read(
        content, findings, records -> read(records, headings.get(), figures, releasedAt));
  }

  private static Reading read(
      Iterator<CsvRecord> records,
      Table.Headings expected,
      Figures figures,
      Optional<Instant> said) {
    var labels = new MofLabels(expected, figures.findings());
    var headings = new MofHeadings(expected, figures.findings());
    while (records.hasNext()) {
      CsvRecord row = records.next();
      if (labels.isMonth(row)) {
        Optional<Instant> releasedAt = said.or(() -> moment(headings, figures.dataflow()));
        headings.requireColumns(row.getStartingLineNumber());
        var codes = new TableCodes(figures, releasedAt);
        SortedMap<Integer, CodedSeries> columns = columns(expected, codes, row);
        columns.values().stream()
            .map(CodedSeries::unit)
            .distinct()
            .forEach(unit -> headings.requireUnit(unit, row.getStartingLineNumber()));
        if (figures.findings().isEmpty()) {
          var rows = new MofRows(columns, labels, figures, headings);
          boolean goesOn = rows.take(row);
          while (goesOn && records.hasNext()) {
            goesOn = rows.take(records.next());
          }
          rows.finish();
        }
        return codes.reading();
      }
      if (!headings.take(row)) {
        return CsvText.unreadable();
      }
    }
    figures.findings().add("1:1", "there is no row of a month");
    return CsvText.unreadable();
  }

  private static SortedMap<Integer, CodedSeries> columns(
      Table.Headings expected, TableCodes codes, CsvRecord row) {
    SortedMap<Integer, CodedSeries> columns = new TreeMap<>();
    expected
        .columns()
        .forEach(
            (field, code) ->
                codes
                    .find(code, () -> row.getStartingLineNumber() + ":" + field)
                    .ifPresent(series -> columns.put(field, series)));
    return columns;
  }

  private static Optional<Instant> moment(MofHeadings headings, CataloguedDataflow dataflow) {
    return headings.lastUpdate().flatMap(text -> MofMoment.find(text, dataflow.publication()));
  }
}
