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
 * 2025), half of one {@code FY2024-S1}, the twelve months to a month {@code T12M-2024-12}, or the
 * months of a year up to one {@code YTD-2025-06}. A day is {@code 2025-03-31}. The first four and
 * the day are SDMX observational time periods.
 *
 * @param year 1 to 9999: the calendar year, the year a fiscal year starts in, or the year of the
 *     last month
 * @param ordinal the place in the year from 1: day, month, quarter or half; always 1 for {@code A}
 *     and {@code FY}; the last month for {@code T12M} and {@code YTD}
 */
public record TimePeriod(Frequency frequency, int year, int ordinal)
    implements Comparable<TimePeriod> {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?<prefix>FY|T12M-|YTD-)?(?<year>\\d{4})(?:-(?<letter>[QS])?(?<ordinal>\\d{1,2})(?:-(?<day>\\d{2}))?)?");

  public TimePeriod {
    int ordinals =
        switch (frequency) {
          case D -> year < 1 || year > 9999 ? 0 : Year.of(year).length();
          case M, T12M, YTD -> 12;
          case Q -> 4;
          case S, FS -> 2;
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
    return Read.of(text);
  }

  /**
   * What was read lately: a million observations have some hundred periods. Two threads that write
   * one place at once only forget one of the two.
   *
   * @param text as it was read
   */
  private record Read(String text, TimePeriod period) {
    private static final Read[] LATELY = new Read[1 << 11];

    static TimePeriod of(String text) {
      int place = (text.hashCode() * 0x9E37_79B9) >>> (Integer.SIZE - 11);
      Read known = LATELY[place];
      if (known == null || !known.text.equals(text)) {
        known = new Read(text, read(text));
        LATELY[place] = known;
      }
      return known.period;
    }
  }

  private static TimePeriod read(String text) {
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
      if (ordinal.isEmpty()) {
        return new TimePeriod(yearly(prefix.orElse("")), year, 1);
      }
      Frequency frequency = within(prefix.orElse("") + letter.orElse(""));
      TimePeriod period = new TimePeriod(frequency, year, Integer.parseInt(ordinal.get()));
      if (period.toString().equals(text)) {
        return period;
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(unreadable(text).getMessage(), e);
    }
    throw unreadable(text);
  }

  private static Frequency yearly(String prefix) {
    return switch (prefix) {
      case "" -> Frequency.A;
      case "FY" -> Frequency.FY;
      default -> throw new IllegalArgumentException("no year: " + prefix);
    };
  }

  private static Frequency within(String form) {
    return switch (form) {
      case "" -> Frequency.M;
      case "Q" -> Frequency.Q;
      case "S" -> Frequency.S;
      case "FYS" -> Frequency.FS;
      case "T12M-" -> Frequency.T12M;
      case "YTD-" -> Frequency.YTD;
      default -> throw new IllegalArgumentException("no part of a year: " + form);
    };
  }

  private static IllegalArgumentException unreadable(String text) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return new IllegalArgumentException(
        "'"
            + shown
            + "' is no period; written are 2025-03-31, 2025-03, 2025-Q1, 2025-S1, 2025, FY2025, FY2025-S1, T12M-2025-03, YTD-2025-03");
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
   * The period of this frequency in which the month lies; for {@code T12M} and {@code YTD} the one
   * that ends with it.
   *
   * @throws IllegalArgumentException for days, of which a month has many
   */
  public static TimePeriod containing(YearMonth month, Frequency frequency) {
    return switch (frequency) {
      case D -> throw new IllegalArgumentException("no day contains a month");
      case M, T12M, YTD -> new TimePeriod(frequency, month.getYear(), month.getMonthValue());
      case Q -> new TimePeriod(frequency, month.getYear(), (month.getMonthValue() + 2) / 3);
      case S -> new TimePeriod(frequency, month.getYear(), (month.getMonthValue() + 5) / 6);
      case A -> new TimePeriod(frequency, month.getYear(), 1);
      case FY -> new TimePeriod(frequency, month.minusMonths(3).getYear(), 1);
      case FS -> {
        YearMonth shifted = month.minusMonths(3);
        yield new TimePeriod(frequency, shifted.getYear(), (shifted.getMonthValue() + 5) / 6);
      }
    };
  }

  /** First month of the period; of a day the one it is in. */
  public YearMonth firstMonth() {
    return switch (frequency) {
      case D -> lastMonth();
      case YTD -> YearMonth.of(year, 1);
      default -> lastMonth().minusMonths(frequency.months() - 1L);
    };
  }

  /** Last month of the period; of a day the one it is in. */
  public YearMonth lastMonth() {
    return switch (frequency) {
      case D -> YearMonth.from(day());
      case M, T12M, YTD -> YearMonth.of(year, ordinal);
      case Q -> YearMonth.of(year, ordinal * 3);
      case S -> YearMonth.of(year, ordinal * 6);
      case A -> YearMonth.of(year, 12);
      case FY -> YearMonth.of(year, 3).plusYears(1);
      case FS -> YearMonth.of(year, 3).plusMonths(ordinal * 6L);
    };
  }

  /** The months of the period in order; none if it is a day. */
  public Stream<YearMonth> months() {
    YearMonth last = lastMonth();
    return frequency == Frequency.D
        ? Stream.empty()
        : Stream.iterate(firstMonth(), month -> !month.isAfter(last), month -> month.plusMonths(1));
  }

  /** Whether the month is one of its {@link #months}. */
  public boolean contains(YearMonth month) {
    return frequency != Frequency.D && !month.isBefore(firstMonth()) && !month.isAfter(lastMonth());
  }

  /**
   * The period {@code count} periods later, or earlier if negative. Rolling periods move by a
   * month.
   */
  public TimePeriod plus(int count) {
    if (frequency == Frequency.D) {
      return ofDay(day().plusDays(count));
    }
    long step = frequency.isRolling() ? 1 : frequency.months();
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
    if (frequency == other.frequency) {
      // As their months do, without making a month of each: sorted maps of periods ask often
      int byYear = Integer.compare(year, other.year);
      return byYear != 0 ? byYear : Integer.compare(ordinal, other.ordinal);
    }
    int byMonth = lastMonth().compareTo(other.lastMonth());
    return byMonth != 0 ? byMonth : frequency.compareTo(other.frequency);
  }

  // As the record's own, see SeriesKey
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof TimePeriod period
            && frequency == period.frequency
            && year == period.year
            && ordinal == period.ordinal;
  }

  @Override
  public int hashCode() {
    return (year * 367 + ordinal) * 31 + frequency.ordinal();
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
      case FS -> "FY" + digits(year, 4) + "-S" + ordinal;
      case YTD -> "YTD-" + digits(year, 4) + "-" + digits(ordinal, 2);
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
