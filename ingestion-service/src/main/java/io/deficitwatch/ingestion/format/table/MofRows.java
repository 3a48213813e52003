package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Takes the rows of figures one by one. */
final class MofRows {
  /** The tables have about twenty rows of notes, and each is searched for figures. */
  private static final int MOST_NOTES = 1000;

  private final SortedMap<Integer, CodedSeries> columns;
  private final MofLabels labels;
  private final Figures figures;
  private final Findings findings;
  private final int firstValue;
  private final int headed;
  private final List<Blank> blanks = new ArrayList<>();
  private Optional<TimePeriod> first = Optional.empty();
  private Optional<TimePeriod> last = Optional.empty();
  private int width;
  private int notes;

  /**
   * @param columns series by field
   */
  MofRows(
      SortedMap<Integer, CodedSeries> columns,
      MofLabels labels,
      Figures figures,
      MofHeadings headings) {
    this.columns = columns;
    this.labels = labels;
    this.figures = figures;
    this.findings = figures.findings();
    this.firstValue = columns.firstKey();
    this.headed = headings.lastHeaded();
    this.width = headings.width();
  }

  /** A month without any value; it is yet to come unless a later one has some. */
  private record Blank(long line, TimePeriod period) {}

  /** One row more; false, with a finding, if no table has so many that are of no period. */
  boolean take(CsvRecord row) {
    if (isBlank(row)) {
      return true;
    }
    if (labels.isMonth(row)) {
      labels.month(row).filter(_ -> isWhole(row)).ifPresent(month -> takeMonth(row, month));
    } else {
      Optional<TimePeriod> year = labels.year(row);
      if (year.isPresent() && isWhole(row)) {
        takeValues(row, year.get(), ObservationStatus.A);
      } else if (year.isEmpty()) {
        requireNote(row);
        notes++;
      }
    }
    if (notes > MOST_NOTES) {
      findings.add(
          row.getStartingLineNumber() + ":1",
          "there are more than %d rows that are labelled as neither a month nor a year"
              .formatted(MOST_NOTES));
    }
    return notes <= MOST_NOTES;
  }

  /** Says that the table speaks for every month that it has a row for. */
  void finish() {
    figures
        .all()
        .forEach(
            series -> {
              if (series.frequency() == Frequency.M) {
                series.cover(new Coverage(first, last));
              }
            });
  }

  private void takeMonth(CsvRecord row, TimePeriod month) {
    first = first.or(() -> Optional.of(month));
    last = Optional.of(month);
    if (columns.keySet().stream()
        .allMatch(field -> JapaneseNumber.isNoValue(row.getField(field - 1)))) {
      blanks.add(new Blank(row.getStartingLineNumber(), month));
      return;
    }
    blanks.forEach(
        blank ->
            columns.forEach(
                (field, series) -> take(blank.line(), field, series, without(blank.period()))));
    blanks.clear();
    takeValues(row, month, labels.isProvisional(row) ? ObservationStatus.P : ObservationStatus.A);
  }

  private void takeValues(CsvRecord row, TimePeriod period, ObservationStatus status) {
    long line = row.getStartingLineNumber();
    for (Map.Entry<Integer, CodedSeries> column : columns.entrySet()) {
      int field = column.getKey();
      CodedSeries series = column.getValue();
      String text = Cell.of(row, field - 1);
      if (JapaneseNumber.isNoValue(text)) {
        take(line, field, series, without(period));
      } else {
        Optional<BigDecimal> value =
            JapaneseNumber.read(
                text, series.unit().multiplier(), () -> line + ":" + field, findings);
        value.ifPresent(_ -> take(line, field, series, new Observation(period, value, status)));
      }
    }
  }

  private void take(long line, int field, CodedSeries series, Observation observation) {
    SeriesKey key = ofFrequency(series.key(), observation.period().frequency());
    figures
        .series(key, series.code(), series.unit().multiplier(), () -> line + ":" + field)
        .ifPresent(into -> into.take(() -> line + ":" + field, observation));
  }

  // The table says that there is none and not why.
  private static Observation without(TimePeriod period) {
    return new Observation(period, Optional.empty(), ObservationStatus.L);
  }

  private SeriesKey ofFrequency(SeriesKey key, Frequency frequency) {
    List<String> codes = new ArrayList<>(key.codes());
    codes.set(figures.dataflow().positionOf(CataloguedDataflow.FREQ), frequency.name());
    return new SeriesKey(codes);
  }

  private boolean isWhole(CsvRecord row) {
    // Rows of headings may be shorter than those below, which are all alike.
    width = first.isEmpty() ? Math.max(width, row.getFieldCount()) : width;
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != width || width < columns.lastKey()) {
      findings.add(
          line + ":1",
          "the row has %d fields, others have %d, and the last column is number %d"
              .formatted(row.getFieldCount(), width, columns.lastKey()));
      return false;
    }
    for (int field = headed + 1; field <= width; field++) {
      String text = row.getField(field - 1);
      if (!text.isBlank()) {
        findings.add(
            line + ":" + field, QuotedText.quote(text.strip()) + " stands below no heading");
        return false;
      }
    }
    return true;
  }

  // Files that were saved by a spreadsheet can have a million of them.
  private static boolean isBlank(CsvRecord row) {
    for (int i = 0; i < row.getFieldCount(); i++) {
      if (!row.getField(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private void requireNote(CsvRecord row) {
    IntStream.rangeClosed(firstValue, row.getFieldCount())
        .filter(field -> JapaneseNumber.isNumber(row.getField(field - 1)))
        .findFirst()
        .ifPresent(
            field ->
                findings.add(
                    row.getStartingLineNumber() + ":" + field,
                    "there is a number in a row that is labelled as neither a month nor a year"));
  }
}
