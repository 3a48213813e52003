package io.deficitwatch.ingestion.format.boj;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.text.CsvColumns;
import io.deficitwatch.ingestion.format.text.CsvText;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replies of the Bank of Japan's Time-Series API as CSV: a prologue of names and values, then one
 * row a series and period. What is wrong is answered as JSON even to a request for CSV.
 */
public final class BojCsvFormat implements ReleaseFormat {
  // The prologue has a dozen; a file of nothing else is not to fill the memory.
  private static final int MOST_NAMES = 1000;
  private static final String SERIES_CODE = "SERIES_CODE";

  @Override
  public FormatName name() {
    return FormatName.BOJ_API_CSV;
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    Findings findings = figures.findings();
    return CsvText.read(
        content,
        findings,
        records -> {
          Map<String, String> prologue = new HashMap<>();
          Optional<CsvColumns> columns = header(records, prologue);
          if (columns.isEmpty()) {
            findings.add("1:1", "there is no row of column names, which begins with SERIES_CODE");
            return CsvText.unreadable();
          }
          var rows = new BojCsvRows(columns.get(), findings);
          records.forEachRemaining(rows::take);
          List<BojReply> reply =
              List.of(new BojReply(envelope(prologue), parameters(prologue), rows.finish()));
          return BojEnvelopeCheck.refusal(reply, findings)
              .orElseGet(() -> new BojTranslation(figures, releasedAt).translate(reply));
        });
  }

  /** Reads the prologue up to the column names, which end it. */
  private static Optional<CsvColumns> header(
      Iterator<CsvRecord> records, Map<String, String> prologue) {
    while (records.hasNext()) {
      CsvRecord row = records.next();
      if (row.getField(0).strip().equals(SERIES_CODE) && row.getFieldCount() > 2) {
        return Optional.of(CsvColumns.of(row));
      }
      List<String> fields = row.getFields();
      boolean parameter = fields.getFirst().equals("PARAMETER") && fields.size() > 1;
      String name = parameter ? "PARAMETER/" + fields.get(1) : fields.getFirst();
      int value = parameter ? 2 : 1;
      if (prologue.size() < MOST_NAMES) {
        prologue.putIfAbsent(
            QuotedText.sentence(name),
            fields.size() > value ? BojSize.word(fields.get(value).strip()) : "");
      }
    }
    return Optional.empty();
  }

  private static BojReply.Envelope envelope(Map<String, String> prologue) {
    return new BojReply.Envelope(
        find(prologue, "STATUS"),
        find(prologue, "MESSAGEID"),
        find(prologue, "MESSAGE"),
        find(prologue, "NEXTPOSITION"));
  }

  private static BojReply.Parameters parameters(Map<String, String> prologue) {
    return new BojReply.Parameters(
        find(prologue, "PARAMETER/DB"),
        find(prologue, "PARAMETER/STARTDATE"),
        find(prologue, "PARAMETER/ENDDATE"),
        find(prologue, "PARAMETER/STARTPOSITION"));
  }

  private static Optional<String> find(Map<String, String> prologue, String name) {
    return Optional.ofNullable(prologue.get(name));
  }
}
