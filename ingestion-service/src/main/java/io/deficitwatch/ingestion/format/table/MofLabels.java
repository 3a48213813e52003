package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.Table;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the period of a row by its labels. A year stands only where it changes and is carried down;
 * the months follow one another.
 */
final class MofLabels {
  private static final int LAST_YEAR = 9999;
  private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月");
  private static final Pattern CALENDAR_YEAR =
      Pattern.compile("(\\d{4})年\\(?1月[~\u301C]12月\\)?(\\d{4})CY");
  private static final Pattern FISCAL_YEAR =
      Pattern.compile("(\\d{4})年\\(?4月[~\u301C](\\d{4})年3月\\)?(\\d{4})FY");
  private static final Pattern MONTH_NAME =
      Pattern.compile("(?<name>[A-Z][a-z]{2})[a-z]*\\.?(?<provisional>\\(P\\))?");
  private static final List<String> NAMES =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private final Table.Headings headings;
  private final Findings findings;
  private Optional<YearMonth> last = Optional.empty();

  MofLabels(Table.Headings headings, Findings findings) {
    this.headings = headings;
    this.findings = findings;
  }

  /** Whether the row is one of a month, whether or not its labels are right. */
  boolean isMonth(CsvRecord row) {
    return MONTH.matcher(label(row, headings.month())).matches();
  }

  /** The month of a row that is one; empty, with findings, if its labels contradict. */
  Optional<TimePeriod> month(CsvRecord row) {
    int before = findings.count();
    Matcher matcher = MONTH.matcher(label(row, headings.month()));
    int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    if (number < 1 || number > 12) {
      findings.add(place(row, headings.month()), "there is no month " + number);
      return Optional.empty();
    }
    requireName(row, number);
    Optional<YearMonth> month = carried(row, number).filter(found -> found.getYear() <= LAST_YEAR);
    last = month.or(() -> last);
    return findings.count() > before ? Optional.empty() : month.map(TimePeriod::ofMonth);
  }

  /** Whether the row's English label marks its figures as provisional. */
  boolean isProvisional(CsvRecord row) {
    Matcher matcher = MONTH_NAME.matcher(label(row, headings.monthName()));
    return matcher.matches() && matcher.group("provisional") != null;
  }

  /** The calendar or fiscal year that the first label names; empty if it names none. */
  Optional<TimePeriod> year(CsvRecord row) {
    String label = label(row, 1);
    Matcher calendar = CALENDAR_YEAR.matcher(label);
    if (calendar.matches() && calendar.group(1).equals(calendar.group(2))) {
      return Optional.of(new TimePeriod(Frequency.A, Integer.parseInt(calendar.group(1)), 1));
    }
    Matcher fiscal = FISCAL_YEAR.matcher(label);
    if (fiscal.matches()
        && fiscal.group(1).equals(fiscal.group(3))
        && Integer.parseInt(fiscal.group(2)) == Integer.parseInt(fiscal.group(1)) + 1) {
      return Optional.of(new TimePeriod(Frequency.FY, Integer.parseInt(fiscal.group(1)), 1));
    }
    return Optional.empty();
  }

  private Optional<YearMonth> carried(CsvRecord row, int number) {
    Optional<YearMonth> following = last.map(month -> month.plusMonths(1));
    OptionalInt said = OptionalInt.empty();
    for (int field : headings.years()) {
      OptionalInt year = year(row, field);
      if (year.isPresent() && said.isPresent() && said.getAsInt() != year.getAsInt()) {
        findings.add(
            place(row, field),
            "the years %d and %d of one row contradict"
                .formatted(said.getAsInt(), year.getAsInt()));
      }
      said = year.isPresent() ? year : said;
    }
    if (said.isEmpty() && (last.isEmpty() || number == 1)) {
      findings.add(place(row, headings.years().getFirst()), "the year is missing");
      return following;
    }
    YearMonth month = YearMonth.of(said.orElseGet(() -> following.orElseThrow().getYear()), number);
    if (following.filter(expected -> !expected.equals(month)).isPresent()) {
      findings.add(
          place(row, headings.month()),
          "after %s comes %s, not %s"
              .formatted(last.orElseThrow(), following.orElseThrow(), month));
    }
    return Optional.of(month);
  }

  private OptionalInt year(CsvRecord row, int field) {
    String label = label(row, field);
    OptionalInt year = label.isEmpty() ? OptionalInt.empty() : EraYear.find(label);
    if (!label.isEmpty() && (year.isEmpty() || year.getAsInt() == 0)) {
      findings.add(place(row, field), QuotedText.quote(label) + " is no year");
      return OptionalInt.empty();
    }
    return year;
  }

  private void requireName(CsvRecord row, int number) {
    Matcher matcher = MONTH_NAME.matcher(label(row, headings.monthName()));
    if (!matcher.matches() || NAMES.indexOf(matcher.group("name")) != number - 1) {
      findings.add(
          place(row, headings.monthName()),
          "%s is not the month %d, %s or %s(P)"
              .formatted(
                  QuotedText.quote(label(row, headings.monthName())),
                  number,
                  NAMES.get(number - 1),
                  NAMES.get(number - 1)));
    }
  }

  private static String label(CsvRecord row, int field) {
    return field <= row.getFieldCount()
        ? FullWidth.plain(row.getField(field - 1)).replace(" ", "")
        : "";
  }

  private static String place(CsvRecord row, int field) {
    return row.getStartingLineNumber() + ":" + field;
  }
}
