package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/** Periods as readers know them. */
final class PeriodWords {
  private PeriodWords() {}

  static LocalizedText of(TimePeriod period) {
    return new LocalizedText(en(period), ja(period));
  }

  /** As in {@code 2024}, {@code Q3 2025}, {@code fiscal year 2024}. */
  static String en(TimePeriod period) {
    YearMonth last = period.lastMonth();
    return switch (period.frequency()) {
      case D -> period.toString();
      case M -> month(last);
      case Q -> "Q%d %d".formatted(period.ordinal(), period.year());
      case S -> "H%d %d".formatted(period.ordinal(), period.year());
      case A -> Integer.toString(period.year());
      case FY -> "fiscal year %d".formatted(period.year());
      case FS -> "H%d of fiscal year %d".formatted(period.ordinal(), period.year());
      case YTD -> "January to " + month(last);
      case T12M -> "the twelve months to " + month(last);
    };
  }

  private static String month(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
  }

  /** As in {@code 2024年}, {@code 2025年上半期}, {@code 2024年度}. */
  static String ja(TimePeriod period) {
    YearMonth last = period.lastMonth();
    return switch (period.frequency()) {
      case D -> period.toString();
      case M -> "%d年%d月".formatted(period.year(), period.ordinal());
      case Q -> "%d年第%d四半期".formatted(period.year(), period.ordinal());
      case S -> "%d年%s".formatted(period.year(), period.ordinal() == 1 ? "上半期" : "下半期");
      case A -> "%d年".formatted(period.year());
      case FY -> "%d年度".formatted(period.year());
      case FS -> "%d年度%s".formatted(period.year(), period.ordinal() == 1 ? "上半期" : "下半期");
      case YTD -> "%d年1月から%d月まで".formatted(last.getYear(), last.getMonthValue());
      case T12M -> "%d年%d月までの12か月".formatted(last.getYear(), last.getMonthValue());
    };
  }
}
