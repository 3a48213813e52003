package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import io.deficitwatch.ingestion.format.text.CsvText;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Monthly exchange rates of the Federal Reserve, a row a month and country. Which currency a
 * country has, and which of the two is counted in which, is in the catalogue.
 */
public final class FedFxFormat implements ReleaseFormat {
  private static final List<String> HEADER = List.of("Date", "Country", "Exchange rate");
  private static final Pattern FIRST_OF_MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])-01");

  @Override
  public FormatName name() {
    return FormatName.FED_FX_CSV;
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    return CsvText.read(
        content,
        figures.findings(),
        records -> read(records, figures, new TableCodes(figures, releasedAt)));
  }

  private static Reading read(Iterator<CsvRecord> records, Figures figures, TableCodes codes) {
    if (!records.next().getFields().stream().map(String::strip).toList().equals(HEADER)) {
      figures.findings().add("1:1", "the first row is to be " + String.join(",", HEADER));
      return CsvText.unreadable();
    }
    records.forEachRemaining(row -> take(row, figures, codes));
    figures.all().forEach(SeriesFigures::coverEverything);
    return codes.reading();
  }

  private static void take(CsvRecord row, Figures figures, TableCodes codes) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != HEADER.size()) {
      figures
          .findings()
          .add(() -> line + ":1", () -> "the row has %d fields".formatted(row.getFieldCount()));
      return;
    }
    Optional<TimePeriod> month = month(row, figures);
    Optional<CodedSeries> series = codes.find(row.getField(1).strip(), () -> line + ":2");
    if (month.isPresent() && series.isPresent()) {
      take(row, month.get(), series.get(), figures);
    }
  }

  private static void take(CsvRecord row, TimePeriod month, CodedSeries series, Figures figures) {
    long line = row.getStartingLineNumber();
    String text = Cell.of(row, 2);
    Optional<BigDecimal> rate =
        text.isEmpty() ? Optional.empty() : Rate.read(text, () -> line + ":3", figures.findings());
    if (text.isEmpty() || rate.isPresent()) {
      var status = rate.isPresent() ? ObservationStatus.A : ObservationStatus.L;
      figures
          .series(
              figures.dataflow().table().keyOf(series, month),
              series.code(),
              series.unit().multiplier(),
              () -> line + ":2")
          .ifPresent(into -> into.take(() -> line + ":1", new Observation(month, rate, status)));
    }
  }

  private static Optional<TimePeriod> month(CsvRecord row, Figures figures) {
    Matcher matcher = FIRST_OF_MONTH.matcher(row.getField(0).strip());
    if (!matcher.matches() || matcher.group(1).equals("0000")) {
      figures
          .findings()
          .add(
              () -> row.getStartingLineNumber() + ":1",
              () -> QuotedText.quote(row.getField(0)) + " is no month, written as its first day");
      return Optional.empty();
    }
    return Optional.of(
        TimePeriod.ofMonth(
            YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))));
  }
}
