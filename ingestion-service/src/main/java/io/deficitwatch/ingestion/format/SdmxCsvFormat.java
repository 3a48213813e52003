package io.deficitwatch.ingestion.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SDMX-CSV 2.0 with commas: one observation a row, dimensions and attributes by their ids, without
 * labels.
 */
final class SdmxCsvFormat implements ReleaseFormat {
  private static final int LONGEST_FIELD = 1 << 20;
  private static final Pattern STARTED_IN_LINE = Pattern.compile("started in line (\\d+)");

  @Override
  public FormatName name() {
    return FormatName.SDMX_CSV;
  }

  @Override
  public Reading read(Content content, CataloguedDataflow dataflow, Optional<Instant> releasedAt) {
    Findings findings = new Findings();
    if (releasedAt.isEmpty()) {
      findings.add(
          "releasedAt", "is needed: a file in this format does not say when it was released");
    }
    try (CsvReader<CsvRecord> csv = reader(content)) {
      Iterator<CsvRecord> records = csv.iterator();
      Optional<SdmxCsvHeader> header = SdmxCsvHeader.of(records.next(), dataflow, findings);
      if (header.isEmpty()) {
        return new Faulty(RefusalReason.UNREADABLE_RELEASE, findings);
      }
      SdmxCsvRows rows = new SdmxCsvRows(header.get(), dataflow, findings);
      while (records.hasNext()) {
        rows.take(records.next());
      }
      var series = rows.finish();
      return findings.isEmpty() && releasedAt.isPresent()
          ? new Reading.Complete(releasedAt.get(), series)
          : new Faulty(RefusalReason.FAULTY_RELEASE, findings);
    } catch (CsvParseException e) {
      findings.add(place(e), "the CSV cannot be read from here on: " + words(e));
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

  private static String place(CsvParseException e) {
    Matcher matcher = STARTED_IN_LINE.matcher(String.valueOf(e.getMessage()));
    return (matcher.find() ? matcher.group(1) : "1") + ":1";
  }

  private static String words(CsvParseException e) {
    Throwable why = e.getCause() == null ? e : e.getCause();
    return QuotedText.sentence(String.valueOf(why.getMessage()));
  }
}
