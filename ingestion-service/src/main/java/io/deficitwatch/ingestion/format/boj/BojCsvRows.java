package io.deficitwatch.ingestion.format.boj;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.format.boj.BojReply.Particulars;
import io.deficitwatch.ingestion.format.boj.BojReply.Points;
import io.deficitwatch.ingestion.format.text.CsvColumns;
import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.ReleaseLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts rows together to series: one row has one observation and repeats what is said of all. */
final class BojCsvRows {
  private static final String MISSING = "null";

  private final CsvColumns columns;
  private final Findings findings;
  private final Map<String, Rows> series = new LinkedHashMap<>();
  private int rows;

  BojCsvRows(CsvColumns columns, Findings findings) {
    this.columns = columns;
    this.findings = findings;
  }

  void take(CsvRecord row) {
    long line = row.getStartingLineNumber();
    rows++;
    if (rows > ReleaseLimits.MOST_OBSERVATIONS) {
      if (rows == ReleaseLimits.MOST_OBSERVATIONS + 1) {
        findings.add(line + ":1", ReleaseLimits.TOO_MANY);
      }
    } else if (row.getFieldCount() != columns.width()) {
      findings.add(
          line + ":1",
          "the row has %d fields, the column names are %d"
              .formatted(row.getFieldCount(), columns.width()));
    } else {
      Rows known =
          series.computeIfAbsent(
              BojSize.word(columns.field(row, "SERIES_CODE")),
              _ -> new Rows(particulars(row), columns));
      known.requireSame(particulars(row), line, findings);
      known.take(line, BojSize.word(columns.field(row, "SURVEY_DATES")), value(row));
    }
  }

  List<BojReply.Series> finish() {
    return series.entrySet().stream()
        .map(entry -> entry.getValue().finish(entry.getKey(), findings))
        .toList();
  }

  private Optional<BigDecimal> value(CsvRecord row) {
    String text = columns.field(row, "VALUES");
    return text.equals(MISSING) || text.isEmpty()
        ? Optional.empty()
        : ExactDecimal.read(
            text, 0, () -> columns.place(row.getStartingLineNumber(), "VALUES"), findings);
  }

  /** Texts as they stand: unit, frequency, update. With lang=jp the name of the unit ends in _J. */
  private record Texts(String unit, String frequency, String lastUpdate) {}

  private Texts particulars(CsvRecord row) {
    return new Texts(
        BojSize.word(columns.field(row, columns.has("UNIT") ? "UNIT" : "UNIT_J")),
        BojSize.word(columns.field(row, "FREQUENCY")),
        BojSize.word(columns.field(row, "LAST_UPDATE")));
  }

  private static final class Rows {
    private final Texts texts;
    private final CsvColumns columns;
    private final List<Long> lines = new ArrayList<>();
    private final List<String> dates = new ArrayList<>();
    private final List<Optional<BigDecimal>> values = new ArrayList<>();

    Rows(Texts texts, CsvColumns columns) {
      this.texts = texts;
      this.columns = columns;
    }

    void requireSame(Texts other, long line, Findings findings) {
      if (!texts.equals(other)) {
        findings.add(
            () -> columns.place(line, "SERIES_CODE"),
            () ->
                "unit, frequency or LAST_UPDATE differ from those where the series begins, in line "
                    + lines.getFirst());
      }
    }

    void take(long line, String date, Optional<BigDecimal> value) {
      lines.add(line);
      dates.add(date);
      values.add(value);
    }

    BojReply.Series finish(String code, Findings findings) {
      var places = new LinePlaces(lines, columns);
      return new BojReply.Series(
          places,
          required(code, "SERIES_CODE", places, findings),
          new Particulars(
              required(texts.unit(), "UNIT", places, findings),
              required(texts.frequency(), "FREQUENCY", places, findings),
              required(texts.lastUpdate(), "LAST_UPDATE", places, findings)
                  .flatMap(day -> BojPeriods.day(day, places.field("LAST_UPDATE"), findings))),
          new Points(dates, values));
    }

    private static Optional<String> required(
        String text, String name, LinePlaces places, Findings findings) {
      if (text.isEmpty()) {
        findings.add(places.field(name), name + " is missing");
      }
      return Optional.of(text).filter(found -> !found.isEmpty());
    }
  }

  private record LinePlaces(List<Long> lines, CsvColumns columns) implements BojReply.Places {
    @Override
    public String field(String name) {
      return columns.place(lines.getFirst(), name);
    }

    @Override
    public String date(int index) {
      return columns.place(lines.get(index), "SURVEY_DATES");
    }

    @Override
    public String dates() {
      return columns.place(lines.getFirst(), "SURVEY_DATES");
    }
  }
}
