package io.deficitwatch.ingestion.calendar;

import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** A period in words. */
final class PeriodTitle {
  private static final String PLACE = "{period}";

  private PeriodTitle() {}

  static LocalizedText in(LocalizedText title, TimePeriod period) {
    return new LocalizedText(
        title.en().replace(PLACE, english(period)), title.ja().replace(PLACE, japanese(period)));
  }

  private static String english(TimePeriod period) {
    return switch (period.frequency()) {
      case D -> period.toString();
      case M -> month(period) + " " + period.year();
      case Q -> "Q" + period.ordinal() + " " + period.year();
      case S -> "H" + period.ordinal() + " " + period.year();
      case A -> Integer.toString(period.year());
      case FY -> "fiscal year " + period.year();
      case FS -> "H" + period.ordinal() + " of fiscal year " + period.year();
      case YTD -> "January to " + month(period) + " " + period.year();
      case T12M -> "twelve months to " + month(period) + " " + period.year();
    };
  }

  private static String japanese(TimePeriod period) {
    return switch (period.frequency()) {
      case D -> period.toString();
      case M -> period.year() + "年" + period.ordinal() + "月";
      case Q, S ->
          period.year()
              + "年"
              + period.firstMonth().getMonthValue()
              + "～"
              + period.lastMonth().getMonthValue()
              + "月";
      case A -> period.year() + "年";
      case FY -> period.year() + "年度";
      case FS -> period.year() + "年度" + (period.ordinal() == 1 ? "上半期" : "下半期");
      case YTD -> period.year() + "年1～" + period.ordinal() + "月";
      case T12M -> period.year() + "年" + period.ordinal() + "月までの12か月";
    };
  }

  private static String month(TimePeriod period) {
    return Month.of(period.ordinal()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
