package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.value.TimePeriod;
import java.time.YearMonth;

/** Periods as Japanese readers know them. */
final class PeriodWords {
  private PeriodWords() {}

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
