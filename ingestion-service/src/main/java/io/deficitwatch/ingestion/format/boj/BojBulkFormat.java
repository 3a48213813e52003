package io.deficitwatch.ingestion.format.boj;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.boj.BojReply.Particulars;
import io.deficitwatch.ingestion.format.boj.BojReply.Points;
import io.deficitwatch.ingestion.format.text.CsvText;
import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flat files of the Bank of Japan's download page: four empty fields and the periods in the first
 * row, running into the future; below it a row a series with code, data set, name, unit and values.
 * A file holds every series of its set, of which those in the catalogue are taken.
 */
public final class BojBulkFormat implements ReleaseFormat {
  private static final int FIRST_PERIOD = 4;
  private static final int UNIT = 3;

  /** What is not in the file was not published: it speaks for all periods. */
  private static final BojReply.Parameters EVERYTHING =
      new BojReply.Parameters(Optional.empty(), Optional.of(""), Optional.of(""), Optional.empty());

  @Override
  public FormatName name() {
    return FormatName.BOJ_BULK_CSV;
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    Findings findings = figures.findings();
    if (releasedAt.isEmpty()) {
      findings.add(
          "releasedAt", "is needed: a file in this format does not say when it was released");
    }
    return CsvText.read(
        content,
        findings,
        records -> {
          List<String> periods = records.next().getFields();
          requirePeriods(periods, findings);
          var translation = new BojTranslation(figures, releasedAt);
          translation.requireDatabase(EVERYTHING);
          records.forEachRemaining(
              row -> {
                String code = row.getField(0).strip();
                if (figures.dataflow().knows(code)) {
                  translation.translate(series(row, periods, findings), EVERYTHING);
                } else {
                  figures.passOver(() -> "series " + QuotedText.quote(code));
                }
              });
          return translation.finish(Optional.empty());
        });
  }

  private static void requirePeriods(List<String> periods, Findings findings) {
    boolean fits =
        periods.size() > FIRST_PERIOD
            && periods.subList(0, FIRST_PERIOD).stream().allMatch(String::isBlank);
    if (!fits) {
      findings.add("1:1", "the first row is to have four empty fields, and then the periods");
    }
  }

  private static BojReply.Series series(CsvRecord row, List<String> periods, Findings findings) {
    long line = row.getStartingLineNumber();
    var places = new RowPlaces(line);
    if (row.getFieldCount() > periods.size() || row.getFieldCount() < FIRST_PERIOD) {
      findings.add(
          line + ":1",
          "the row has %d fields, the first row %d".formatted(row.getFieldCount(), periods.size()));
    }
    List<String> dates = new ArrayList<>();
    List<Optional<BigDecimal>> values = new ArrayList<>();
    for (int i = FIRST_PERIOD; i < Math.min(row.getFieldCount(), periods.size()); i++) {
      String text = row.getField(i).strip();
      int field = i + 1;
      // Coming periods and those before the series began are empty alike: nothing is said of them.
      if (!text.isEmpty()) {
        dates.add(periods.get(i).strip());
        values.add(ExactDecimal.read(text, 0, () -> line + ":" + field, findings));
        places.fields().add(field);
      }
    }
    return new BojReply.Series(
        places,
        Optional.of(row.getField(0).strip()),
        new Particulars(unit(row), Optional.empty(), Optional.empty()),
        new Points(dates, values));
  }

  private static Optional<String> unit(CsvRecord row) {
    return Optional.of(UNIT)
        .filter(position -> position < row.getFieldCount())
        .map(position -> QuotedText.sentence(row.getField(position).strip()));
  }

  private record RowPlaces(long line, List<Integer> fields) implements BojReply.Places {
    RowPlaces(long line) {
      this(line, new ArrayList<>());
    }

    @Override
    public String field(String name) {
      return line + ":" + (name.equals("UNIT") ? UNIT + 1 : 1);
    }

    @Override
    public String date(int index) {
      return "1:" + fields.get(index);
    }

    @Override
    public String dates() {
      return line + ":" + (FIRST_PERIOD + 1);
    }
  }
}
