package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxCsvHeader.REPORTING_YEAR_START_DAY;
import static io.deficitwatch.ingestion.format.sdmx.SdmxCsvHeader.TIME_PERIOD;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The period of a row, by TIME_PERIOD, REPORTING_YEAR_START_DAY and FREQ together. */
record SdmxPeriod(TimePeriod period) {
  // SDMX 3.0, section 6 part 4.2: a Gregorian year or month, or a reporting period with its letter
  private static final Pattern TEXT =
      Pattern.compile("(?<year>\\d{4})(-(?<letter>[ASQM])?(?<ordinal>\\d{1,2}))?");

  private static final String CALENDAR_YEAR = "--01-01";
  private static final String JAPANESE_FISCAL_YEAR = "--04-01";

  static Optional<SdmxPeriod> read(SdmxCsvHeader header, CsvRecord row, Findings findings) {
    String text = header.field(row, TIME_PERIOD);
    String startDay = header.field(row, REPORTING_YEAR_START_DAY);
    Optional<TimePeriod> period = find(text);
    if (period.isEmpty()) {
      findings.add(
          header.place(row, TIME_PERIOD), QuotedText.quote(text) + " is no period that is known");
      return Optional.empty();
    }
    String frequency = header.field(row, CataloguedDataflow.FREQ);
    if (!frequency.equals(period.get().frequency().name())) {
      findings.add(
          header.place(row, CataloguedDataflow.FREQ),
          "%s is not the frequency of the period %s".formatted(QuotedText.quote(frequency), text));
      return Optional.empty();
    }
    if (startDay.isEmpty() || startDay.equals(CALENDAR_YEAR)) {
      return period.map(SdmxPeriod::new);
    }
    if (startDay.equals(JAPANESE_FISCAL_YEAR) && text.endsWith("-A1")) {
      return period.map(
          year -> new SdmxPeriod(new TimePeriod(Frequency.FY, year.year(), year.ordinal())));
    }
    findings.add(
        header.place(row, REPORTING_YEAR_START_DAY),
        "%s cannot be had with %s: only --04-01 is known beside --01-01, and only for years written as in 2024-A1"
            .formatted(QuotedText.quote(startDay), text));
    return Optional.empty();
  }

  private static Optional<TimePeriod> find(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group("year"));
    Optional<String> ordinal = Optional.ofNullable(matcher.group("ordinal"));
    String letter =
        Optional.ofNullable(matcher.group("letter")).orElse(ordinal.isEmpty() ? "A" : "M");
    boolean twoDigits = ordinal.filter(digits -> digits.length() == 2).isPresent();
    if (ordinal.isPresent() && twoDigits != letter.equals("M")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new TimePeriod(Frequency.parse(letter), year, ordinal.map(Integer::parseInt).orElse(1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
