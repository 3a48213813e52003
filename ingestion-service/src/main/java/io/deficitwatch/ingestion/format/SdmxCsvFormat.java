package io.deficitwatch.ingestion.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.Reading.Faulty;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/**
 * SDMX-CSV 2.0 with commas: one observation a row, dimensions and attributes by their ids, without
 * labels.
 */
final class SdmxCsvFormat implements ReleaseFormat {
  private static final int LONGEST_FIELD = 1 << 20;

  @Override
  public FormatName name() {
    return FormatName.SDMX_CSV;
  }

  @Override
  public Reading read(Content content, CataloguedDataflow dataflow, Optional<Instant> releasedAt) {
    Findings findings = new Findings();
    Optional<Finding> unreadable = Characters.fault(content);
    if (unreadable.isPresent()) {
      findings.add(unreadable.get().place(), unreadable.get().detail());
      return new Faulty(RefusalReason.UNREADABLE_RELEASE, findings);
    }
    if (releasedAt.isEmpty()) {
      findings.add(
          "releasedAt", "is needed: a file in this format does not say when it was released");
    }
    long line = 1;
    try (CsvReader<CsvRecord> csv = reader(content)) {
      Iterator<CsvRecord> records = csv.iterator();
      Optional<SdmxCsvHeader> header = SdmxCsvHeader.of(records.next(), dataflow, findings);
      if (header.isEmpty()) {
        return new Faulty(RefusalReason.UNREADABLE_RELEASE, findings);
      }
      SdmxCsvRows rows = new SdmxCsvRows(header.get(), dataflow, findings);
      while (records.hasNext()) {
        CsvRecord next = records.next();
        line = next.getStartingLineNumber();
        rows.take(next);
      }
      var series = rows.finish();
      return findings.isEmpty() && releasedAt.isPresent()
          ? new Reading.Complete(releasedAt.get(), series)
          : new Faulty(RefusalReason.FAULTY_RELEASE, findings);
    } catch (CsvParseException e) {
      findings.add(
          line + ":1",
          "the CSV cannot be read from here on: "
              + QuotedText.sentence(String.valueOf(e.getMessage())));
      return new Faulty(RefusalReason.UNREADABLE_RELEASE, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvReader<CsvRecord> reader(Content content) {
    return CsvReader.builder()
        .allowExtraCharsAfterClosingQuote(false)
        // Told row by row, with the number of fields.
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(LONGEST_FIELD)
        .ofCsvRecord(Characters.open(content));
  }
}
