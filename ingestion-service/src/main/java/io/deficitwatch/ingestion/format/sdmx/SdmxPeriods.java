package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.REPORTING_YEAR_START_DAY;
import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.TIME_PERIOD;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The period of a row, by TIME_PERIOD, REPORTING_YEAR_START_DAY and FREQ together. */
final class SdmxPeriods {
  static final String CALENDAR_YEAR = "--01-01";
  static final String JAPANESE_FISCAL_YEAR = "--04-01";
  private static final List<Frequency> WITH_DAYS =
      List.of(Frequency.M, Frequency.Q, Frequency.S, Frequency.A);
  private static final int MOST_KNOWN = 20_000;

  private final Dimension frequency;
  private final Findings findings;
  // The same few hundred stand in every series.
  private final Map<Words, TimePeriod> known = new HashMap<>();

  SdmxPeriods(Figures figures) {
    CataloguedDataflow dataflow = figures.dataflow();
    this.frequency = dataflow.dimensions().get(dataflow.positionOf(CataloguedDataflow.FREQ));
    this.findings = figures.findings();
  }

  private record Words(String text, String startDay, String frequency) {}

  /** The period; empty, with a finding, if it cannot be told. */
  Optional<TimePeriod> read(SdmxRow row) {
    return read(row, frequency.translate(row.field(frequency)));
  }

  /** The same where a frequency that is not said is that of the form. */
  Optional<TimePeriod> readOfAnyFrequency(SdmxRow row) {
    return row.field(frequency).isEmpty()
        ? read(
            row,
            SdmxPeriodText.find(row.field(TIME_PERIOD))
                .map(written -> written.frequency().name())
                .orElse(""))
        : read(row);
  }

  private Optional<TimePeriod> read(SdmxRow row, String frequencyCode) {
    Words words =
        new Words(row.field(TIME_PERIOD), row.field(REPORTING_YEAR_START_DAY), frequencyCode);
    TimePeriod before = known.get(words);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<TimePeriod> period = read(row, words);
    if (known.size() < MOST_KNOWN) {
      period.ifPresent(found -> known.put(words, found));
    }
    return period;
  }

  private Optional<TimePeriod> read(SdmxRow row, Words words) {
    Optional<TimePeriod> written = SdmxPeriodText.find(words.text());
    if (written.isEmpty()) {
      findings.add(() -> row.place(TIME_PERIOD), () -> SdmxPeriodText.fault(words.text()));
      return Optional.empty();
    }
    Optional<TimePeriod> period = ofFrequency(written.get(), words.frequency());
    if (period.isEmpty()) {
      findings.add(
          () -> row.place(frequency),
          () ->
              "%s is not the frequency of the period %s"
                  .formatted(QuotedText.quote(row.field(frequency)), words.text()));
      return Optional.empty();
    }
    if (isOfCalendarYear(words)) {
      return period;
    }
    Optional<TimePeriod> fiscal =
        period
            .filter(_ -> words.startDay().equals(JAPANESE_FISCAL_YEAR))
            .filter(_ -> SdmxPeriodText.isReporting(words.text()))
            .flatMap(SdmxPeriods::ofFiscalYear);
    if (fiscal.isPresent()) {
      return fiscal;
    }
    findings.add(
        () -> row.place(REPORTING_YEAR_START_DAY),
        () ->
            "%s cannot be had with %s: only --04-01 is known beside --01-01, and only for years and halves written as in 2024-A1 and 2024-S1"
                .formatted(QuotedText.quote(words.startDay()), words.text()));
    return Optional.empty();
  }

  private static Optional<TimePeriod> ofFiscalYear(TimePeriod reporting) {
    return switch (reporting.frequency()) {
      case A -> Optional.of(new TimePeriod(Frequency.FY, reporting.year(), reporting.ordinal()));
      case S -> Optional.of(new TimePeriod(Frequency.FS, reporting.year(), reporting.ordinal()));
      default -> Optional.empty();
    };
  }

  // Months and days of the calendar are what they are, whenever a reporting year begins.
  private static boolean isOfCalendarYear(Words words) {
    return words.startDay().isEmpty()
        || words.startDay().equals(CALENDAR_YEAR)
        || (words.text().length() > 4 && !SdmxPeriodText.isReporting(words.text()));
  }

  // With timeFormat=normalized every period is written as the first or the last of its days.
  private static Optional<TimePeriod> ofFrequency(TimePeriod written, String code) {
    if (written.frequency().name().equals(code)) {
      return Optional.of(written);
    }
    if (written.frequency() != Frequency.D) {
      return Optional.empty();
    }
    return WITH_DAYS.stream()
        .filter(wanted -> wanted.name().equals(code))
        .map(wanted -> TimePeriod.containing(written.lastMonth(), wanted))
        .filter(
            period -> isFirstDay(written, period) || isFirstDay(written.plus(1), period.plus(1)))
        .findFirst();
  }

  private static boolean isFirstDay(TimePeriod day, TimePeriod period) {
    return day.equals(TimePeriod.ofDay(period.firstMonth().atDay(1)));
  }
}
