package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Takes the days one by one, from the newest back. {@code N/A} beyond the last or before the first
 * rate of a currency says nothing: there is no such series then. Between two rates it is a day
 * without one.
 */
final class EcbRows {
  private static final String NONE = "N/A";
  private static final int MOST_DAYS = 400 * 366;
  // The daily file writes 13 April 2026, and a space behind each comma.
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT));

  private final int width;
  private final SortedMap<Integer, CodedSeries> columns;
  private final Figures figures;
  private final Findings findings;
  private final List<TimePeriod> days = new ArrayList<>();
  private final int[] firstWithout;

  /**
   * @param width fields of the header
   */
  EcbRows(int width, SortedMap<Integer, CodedSeries> columns, Figures figures) {
    this.width = width;
    this.columns = columns;
    this.figures = figures;
    this.findings = figures.findings();
    this.firstWithout = new int[width];
    Arrays.fill(firstWithout, Integer.MAX_VALUE);
  }

  static Optional<LocalDate> day(String text) {
    for (DateTimeFormatter format : DAYS) {
      try {
        return Optional.of(LocalDate.parse(text.strip(), format));
      } catch (DateTimeException _) {
        // perhaps the other one
      }
    }
    return Optional.empty();
  }

  void take(CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != width) {
      findings.add(
          () -> line + ":1",
          () -> "the row has %d fields, the header %d".formatted(row.getFieldCount(), width));
      return;
    }
    Optional<TimePeriod> day = day(row.getField(0)).map(TimePeriod::ofDay);
    if (day.isEmpty()) {
      findings.add(
          () -> line + ":1", () -> QuotedText.quote(row.getField(0)) + " is no day that is known");
    } else if (!days.isEmpty() && days.getLast().compareTo(day.get()) <= 0) {
      findings.add(
          () -> line + ":1",
          () -> "after %s comes %s: the newest stands first".formatted(days.getLast(), day.get()));
    } else if (days.size() >= MOST_DAYS) {
      findings.addOnce(() -> line + ":1", "there are more than %d days".formatted(MOST_DAYS));
    } else {
      days.add(day.get());
      columns.forEach((position, series) -> take(row, position, series));
    }
  }

  /**
   * Says that the file speaks for all days since its first one, as the shorter files do not say
   * what was before.
   */
  void finish() {
    if (!days.isEmpty()) {
      var coverage = new Coverage(Optional.of(days.getLast()), Optional.empty());
      figures.all().forEach(series -> series.cover(coverage));
    }
  }

  private void take(CsvRecord row, int position, CodedSeries series) {
    String text = Cell.of(row, position);
    String place = row.getStartingLineNumber() + ":" + (position + 1);
    if (text.equals(NONE)) {
      firstWithout[position] = Math.min(firstWithout[position], days.size() - 1);
      return;
    }
    Optional<BigDecimal> rate = Rate.read(text, () -> place, findings);
    if (rate.isPresent()) {
      takeDaysWithout(position, series, place);
      take(series, place, new Observation(days.getLast(), rate, ObservationStatus.A));
    }
  }

  private void takeDaysWithout(int position, CodedSeries series, String place) {
    // Those before the first rate that was found are later than the last of the currency.
    boolean between = figures.keys().contains(series.key());
    for (int i = firstWithout[position]; between && i < days.size() - 1; i++) {
      take(series, place, new Observation(days.get(i), Optional.empty(), ObservationStatus.L));
    }
    firstWithout[position] = Integer.MAX_VALUE;
  }

  private void take(CodedSeries series, String place, Observation observation) {
    figures
        .series(series.key(), series.code(), series.unit().multiplier(), () -> place)
        .ifPresent(into -> into.take(() -> place, observation));
  }
}
