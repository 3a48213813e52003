package io.deficitwatch.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The period that an observation measures: a month {@code 2025-03}, quarter {@code 2025-Q3}, half
 * {@code 2025-S1}, year {@code 2025}, Japanese fiscal year {@code FY2024} (April 2024 to March
 * 2025), or the twelve months to a month {@code T12M-2024-12}. A day is {@code 2025-03-31}. All but
 * the fiscal year and the twelve months are SDMX observational time periods.
 *
 * @param year 1 to 9999: the calendar year, the year a fiscal year starts in, or the year of the
 *     last of twelve months
 * @param ordinal the place in the year from 1: day, month, quarter or half; always 1 for {@code A}
 *     and {@code FY}
 */
public record TimePeriod(Frequency frequency, int year, int ordinal)
    implements Comparable<TimePeriod> {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?<prefix>FY|T12M-)?(?<year>\\d{4})(?:-(?<letter>[QS])?(?<ordinal>\\d{1,2})(?:-(?<day>\\d{2}))?)?");

  public TimePeriod {
    int ordinals =
        switch (frequency) {
          case D -> year < 1 || year > 9999 ? 0 : Year.of(year).length();
          case M, T12M -> 12;
          case Q -> 4;
          case S -> 2;
          case A, FY -> 1;
        };
    if (year < 1 || year > 9999 || ordinal < 1 || ordinal > ordinals) {
      throw new IllegalArgumentException(
          "no such period: frequency %s, year %d, number %d".formatted(frequency, year, ordinal));
    }
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException quoting the text if it names no period
   */
  @JsonCreator
  public static TimePeriod parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw unreadable(text);
    }
    int year = Integer.parseInt(matcher.group("year"));
    Optional<String> prefix = Optional.ofNullable(matcher.group("prefix"));
    Optional<String> letter = Optional.ofNullable(matcher.group("letter"));
    Optional<String> ordinal = Optional.ofNullable(matcher.group("ordinal"));
    try {
      if (matcher.group("day") != null) {
        return ofDay(LocalDate.parse(text));
      }
      if (prefix.isEmpty() && ordinal.isEmpty()) {
        return new TimePeriod(Frequency.A, year, 1);
      }
      if (prefix.equals(Optional.of("FY")) && ordinal.isEmpty()) {
        return new TimePeriod(Frequency.FY, year, 1);
      }
      if (ordinal.isPresent()
          && !prefix.equals(Optional.of("FY"))
          && (prefix.isEmpty() || letter.isEmpty())) {
        Frequency frequency =
            prefix.isPresent() ? Frequency.T12M : letter.map(Frequency::parse).orElse(Frequency.M);
        TimePeriod period = new TimePeriod(frequency, year, Integer.parseInt(ordinal.get()));
        if (period.toString().equals(text)) {
          return period;
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(unreadable(text).getMessage(), e);
    }
    throw unreadable(text);
  }

  private static IllegalArgumentException unreadable(String text) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return new IllegalArgumentException(
        "'"
            + shown
            + "' is no period; written are 2025-03-31, 2025-03, 2025-Q1, 2025-S1, 2025, FY2025, T12M-2025-03");
  }

  /** The day as a period. */
  public static TimePeriod ofDay(LocalDate day) {
    return new TimePeriod(Frequency.D, day.getYear(), day.getDayOfYear());
  }

  /** The month as a period. */
  public static TimePeriod ofMonth(YearMonth month) {
    return new TimePeriod(Frequency.M, month.getYear(), month.getMonthValue());
  }

  /**
   * The period of this frequency in which the month lies; for {@code T12M} the one that ends with
   * it.
   *
   * @throws IllegalArgumentException for days, of which a month has many
   */
  public static TimePeriod containing(YearMonth month, Frequency frequency) {
    return switch (frequency) {
      case D -> throw new IllegalArgumentException("no day contains a month");
      case M, T12M -> new TimePeriod(frequency, month.getYear(), month.getMonthValue());
      case Q -> new TimePeriod(frequency, month.getYear(), (month.getMonthValue() + 2) / 3);
      case S -> new TimePeriod(frequency, month.getYear(), (month.getMonthValue() + 5) / 6);
      case A -> new TimePeriod(frequency, month.getYear(), 1);
      case FY -> new TimePeriod(frequency, month.minusMonths(3).getYear(), 1);
    };
  }

  /** First month of the period; of a day the one it is in. */
  public YearMonth firstMonth() {
    return frequency == Frequency.D
        ? lastMonth()
        : lastMonth().minusMonths(frequency.months() - 1L);
  }

  /** Last month of the period; of a day the one it is in. */
  public YearMonth lastMonth() {
    return switch (frequency) {
      case D -> YearMonth.from(day());
      case M, T12M -> YearMonth.of(year, ordinal);
      case Q -> YearMonth.of(year, ordinal * 3);
      case S -> YearMonth.of(year, ordinal * 6);
      case A -> YearMonth.of(year, 12);
      case FY -> YearMonth.of(year, 3).plusYears(1);
    };
  }

  /** The months of the period in order; none if it is a day. */
  public Stream<YearMonth> months() {
    return Stream.iterate(firstMonth(), month -> month.plusMonths(1)).limit(frequency.months());
  }

  /**
   * The period {@code count} periods later, or earlier if negative. Trailing periods move by a
   * month.
   */
  public TimePeriod plus(int count) {
    if (frequency == Frequency.D) {
      return ofDay(day().plusDays(count));
    }
    long step = frequency == Frequency.T12M ? 1 : frequency.months();
    return containing(lastMonth().plusMonths(count * step), frequency);
  }

  /**
   * Whether both are of one frequency and one place in the year: a first half is like first halves
   * only.
   */
  public boolean isLike(TimePeriod other) {
    return frequency == other.frequency && ordinal == other.ordinal;
  }

  /**
   * Orders by last month, then by frequency, then days by day. Between frequencies the order says
   * nothing about the values.
   */
  @Override
  public int compareTo(TimePeriod other) {
    int byMonth = lastMonth().compareTo(other.lastMonth());
    int byFrequency = byMonth != 0 ? byMonth : frequency.compareTo(other.frequency);
    return byFrequency != 0 ? byFrequency : Integer.compare(ordinal, other.ordinal);
  }

  @JsonValue
  @Override
  public String toString() {
    return switch (frequency) {
      case D -> day().toString();
      case M -> digits(year, 4) + "-" + digits(ordinal, 2);
      case T12M -> "T12M-" + digits(year, 4) + "-" + digits(ordinal, 2);
      case Q -> digits(year, 4) + "-Q" + ordinal;
      case S -> digits(year, 4) + "-S" + ordinal;
      case A -> digits(year, 4);
      case FY -> "FY" + digits(year, 4);
    };
  }

  private LocalDate day() {
    return LocalDate.ofYearDay(year, ordinal);
  }

  // String.format takes ten times as long, and a release names thousands of periods
  private static String digits(int number, int width) {
    String text = Integer.toString(number);
    return "0".repeat(width - text.length()) + text;
  }
}
