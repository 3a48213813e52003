package io.deficitwatch.alerting.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Figures as people read them: money in the units its publishers and newspapers count in.
 *
 * @param unit unit of measure of the values, in base units
 */
record Figures(String unit) {
  private static final int BILLION = 9;
  private static final int HUNDRED_MILLION = 8;

  /** As in {@code -6,650.6 billion JPY}; other units than yen are written out. */
  String en(BigDecimal value) {
    return unit.equals("JPY")
        ? format(value.movePointLeft(BILLION), "#,##0.0") + " billion JPY"
        : format(value, "#,##0.######") + " " + unit;
  }

  /** As in {@code -66,506億円}, the unit of the Japanese publishers. */
  String ja(BigDecimal value) {
    return unit.equals("JPY")
        ? format(value.movePointLeft(HUNDRED_MILLION), "#,##0") + "億円"
        : format(value, "#,##0.######") + " " + unit;
  }

  private static String format(BigDecimal value, String pattern) {
    var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
