package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms of SDMX 3.0, section 6 part 4.2: a Gregorian year, month or day, a reporting period
 * with its letter, or the moment at which a day begins.
 */
final class SdmxPeriodText {
  private static final Pattern REPORTING =
      Pattern.compile("(?<year>\\d{4})-(?<letter>[ASQMD])(?<ordinal>\\d{1,3})");
  private static final Pattern MONTH = Pattern.compile("(?<year>\\d{4})(-(?<month>\\d{2}))?");
  private static final Pattern DAY =
      Pattern.compile("(?<day>\\d{4}-\\d{2}-\\d{2})(T00:00:00(\\.0{1,9})?Z?)?");
  private static final Map<String, Integer> DIGITS = Map.of("A", 1, "S", 1, "Q", 1, "M", 2, "D", 3);

  private SdmxPeriodText() {}

  static Optional<TimePeriod> find(String text) {
    try {
      Matcher day = DAY.matcher(text);
      if (day.matches()) {
        return Optional.of(TimePeriod.ofDay(LocalDate.parse(day.group("day"))));
      }
      Matcher month = MONTH.matcher(text);
      if (month.matches()) {
        return Optional.of(gregorian(month));
      }
      Matcher reporting = REPORTING.matcher(text);
      return reporting.matches() ? reporting(reporting) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Whether the reporting year says when it begins. */
  static boolean isReporting(String text) {
    return REPORTING.matcher(text).matches();
  }

  /** Why there is no such period. */
  static String fault(String text) {
    String quoted = QuotedText.quote(text);
    if (text.isEmpty()) {
      return "there is no period";
    }
    if (text.matches("\\d{4}-T\\d+")) {
      return quoted + " is a trimester: figures of four months are not taken";
    }
    if (text.matches("\\d{4}-W\\d+")) {
      return quoted + " is a week: weekly figures are not taken";
    }
    if (text.contains("/")) {
      return quoted
          + " is a range of time: only years, halves, quarters, months and days are taken";
    }
    if (text.contains("T")) {
      return quoted
          + " is a moment within a day: only the beginning of one, T00:00:00, is a period";
    }
    return quoted + " is no period that is known";
  }

  private static TimePeriod gregorian(Matcher text) {
    int year = Integer.parseInt(text.group("year"));
    return text.group("month") == null
        ? new TimePeriod(Frequency.A, year, 1)
        : new TimePeriod(Frequency.M, year, Integer.parseInt(text.group("month")));
  }

  private static Optional<TimePeriod> reporting(Matcher text) {
    int year = Integer.parseInt(text.group("year"));
    String letter = text.group("letter");
    String ordinal = text.group("ordinal");
    if (ordinal.length() != DIGITS.getOrDefault(letter, 0)) {
      return Optional.empty();
    }
    int number = Integer.parseInt(ordinal);
    return Optional.of(
        letter.equals("D")
            ? TimePeriod.ofDay(Year.of(year).atDay(number))
            : new TimePeriod(Frequency.parse(letter), year, number));
  }
}
