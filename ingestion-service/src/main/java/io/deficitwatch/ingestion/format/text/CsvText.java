package io.deficitwatch.ingestion.format.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads content as CSV, row by row. */
public final class CsvText {
  private static final int LONGEST_FIELD = 1 << 20;
  private static final Pattern STARTED_IN_LINE = Pattern.compile("started in line (\\d+)");

  private CsvText() {}

  /** What {@code reading} makes of the rows, or why they cannot be read. */
  public static Reading read(
      Content content, Findings findings, Function<Iterator<CsvRecord>, Reading> reading) {
    return read(content, ',', findings, reading);
  }

  /** The same where something else than a comma separates the fields. */
  public static Reading read(
      Content content,
      char separator,
      Findings findings,
      Function<Iterator<CsvRecord>, Reading> reading) {
    try (CsvReader<CsvRecord> csv = reader(content, separator)) {
      return reading.apply(csv.iterator());
    } catch (CsvParseException e) {
      findings.add(place(e), "the CSV cannot be read from here on: " + words(e));
      return unreadable();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Reading unreadable() {
    return new Reading.Faulty(RefusalReason.UNREADABLE_RELEASE);
  }

  private static CsvReader<CsvRecord> reader(Content content, char separator) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator)
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
