package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of a country with its years side by side; an empty year is one without a value. */
final class WdiWideRows {
  private static final List<String> NAMES =
      List.of("Country Name", "Country Code", "Indicator Name", "Indicator Code");
  private static final int AREA = 2;
  private static final int INDICATOR = 4;
  private final WdiObservations observations;
  private final Findings findings;
  private final Optional<String> indicator;
  private final List<TimePeriod> years;
  private final int width;

  private WdiWideRows(
      List<TimePeriod> years, int width, WdiObservations observations, Figures figures) {
    this.years = years;
    this.width = width;
    this.observations = observations;
    this.findings = figures.findings();
    this.indicator = figures.dataflow().publication().database();
    if (indicator.isEmpty()) {
      findings.add("dataflow", figures.dataflow().ref() + " is no indicator of the World Bank's");
    }
  }

  /** Rows below these names; empty, with findings, if they are not those of this layout. */
  static Optional<WdiWideRows> of(CsvRecord names, WdiObservations observations, Figures figures) {
    int before = figures.findings().count();
    long line = names.getStartingLineNumber();
    int width = names.getFieldCount();
    if (width <= NAMES.size()
        || !names.getFields().subList(0, NAMES.size()).stream()
            .map(String::strip)
            .toList()
            .equals(NAMES)) {
      figures
          .findings()
          .add(
              line + ":1",
              "the columns are neither Country Name, Country Code, Year, Value nor "
                  + String.join(", ", NAMES)
                  + " and years");
      return Optional.empty();
    }
    List<TimePeriod> years = new ArrayList<>();
    for (int i = NAMES.size(); i < width; i++) {
      String text = names.getField(i).strip();
      Optional<TimePeriod> year = WdiObservations.year(text);
      boolean end = text.isEmpty() && i == width - 1;
      if (year.isPresent() && (years.isEmpty() || years.getLast().plus(1).equals(year.get()))) {
        years.add(year.get());
      } else if (!end) {
        figures
            .findings()
            .add(line + ":" + (i + 1), QuotedText.quote(text) + " is not the year that follows");
      }
    }
    return figures.findings().count() > before
        ? Optional.empty()
        : Optional.of(new WdiWideRows(years, width, observations, figures));
  }

  void take(CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != width) {
      findings.add(
          () -> line + ":1",
          () -> "the row has %d fields, the header %d".formatted(row.getFieldCount(), width));
      return;
    }
    String code = row.getField(INDICATOR - 1).strip();
    if (indicator.filter(code::equals).isEmpty()) {
      findings.add(
          () -> line + ":" + INDICATOR,
          () ->
              "%s is not the indicator of the dataflow, which is %s"
                  .formatted(QuotedText.quote(code), indicator.orElse("unknown")));
      return;
    }
    String area = row.getField(AREA - 1).strip();
    observations.key(area, line, AREA).ifPresent(key -> take(row, key, area));
  }

  private void take(CsvRecord row, SeriesKey key, String area) {
    for (int i = 0; i < years.size(); i++) {
      int position = NAMES.size() + i;
      String text = Cell.of(row, position);
      if (!text.isEmpty()) {
        observations.take(
            key, area, years.get(i), text, row.getStartingLineNumber() + ":" + (position + 1));
      }
    }
    for (int i = NAMES.size() + years.size(); i < width; i++) {
      String text = row.getField(i).strip();
      if (!text.isEmpty()) {
        findings.add(
            row.getStartingLineNumber() + ":" + (i + 1),
            QuotedText.quote(text) + " stands below no year");
      }
    }
  }
}
