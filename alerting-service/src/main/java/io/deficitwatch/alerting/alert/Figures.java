package io.deficitwatch.alerting.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Figures as newspapers print them: {@code ¥-6.65 trn} and {@code −6.65兆円}.
 *
 * @param unit unit of measure of the values, in base units
 * @param digits how many digits a figure has at the least, as far as its fraction goes
 */
record Figures(String unit, int digits) {
  private static final int USUAL_DIGITS = 3;
  private static final int MOST_DIGITS = 20;
  private static final List<Scale> ENGLISH =
      List.of(new Scale(12, " trn"), new Scale(9, " bn"), new Scale(6, " mn"), new Scale(0, ""));
  private static final List<Scale> JAPANESE =
      List.of(new Scale(12, "兆"), new Scale(8, "億"), new Scale(4, "万"), new Scale(0, ""));
  private static final Map<String, String> SYMBOLS =
      Map.of("JPY", "¥", "USD", "$", "EUR", "€", "GBP", "£");
  private static final Map<String, String> JAPANESE_UNITS =
      Map.of("JPY", "円", "USD", "ドル", "EUR", "ユーロ", "GBP", "ポンド");
  // SDMX CL_UNIT_MEASURE: a number without a unit, as a ratio is.
  private static final String PURE_NUMBER = "PURE_NUMB";

  private record Scale(int power, String word) {}

  /** With as many digits as it takes to tell these values apart. */
  static Figures telling(String unit, List<BigDecimal> values) {
    List<BigDecimal> different =
        values.stream().map(BigDecimal::stripTrailingZeros).distinct().toList();
    Figures figures = new Figures(unit, USUAL_DIGITS);
    while (figures.digits < MOST_DIGITS
        && !(figures.tellsApart(different, figures::en)
            && figures.tellsApart(different, figures::ja))) {
      figures = new Figures(unit, figures.digits + 1);
    }
    return figures;
  }

  private boolean tellsApart(List<BigDecimal> different, Function<BigDecimal, String> words) {
    return different.stream().map(words).distinct().count() == different.size();
  }

  /** As in {@code ¥-6.65 trn}; units without a sign follow the number. */
  String en(BigDecimal value) {
    Scale scale = scale(value, ENGLISH);
    String number = number(value, scale, '-') + scale.word();
    String symbol = SYMBOLS.get(unit);
    if (symbol != null) {
      return symbol + number;
    }
    return unit.equals(PURE_NUMBER) ? number : number + " " + unit;
  }

  /** As in {@code −6.65兆円}. */
  String ja(BigDecimal value) {
    Scale scale = scale(value, JAPANESE);
    String number = number(value, scale, '−') + scale.word();
    String word = JAPANESE_UNITS.get(unit);
    if (word != null) {
      return number + word;
    }
    return unit.equals(PURE_NUMBER) ? number : number + " " + unit;
  }

  private static Scale scale(BigDecimal value, List<Scale> scales) {
    BigDecimal size = value.abs();
    return scales.stream()
        .filter(scale -> size.compareTo(BigDecimal.TEN.pow(scale.power())) >= 0)
        .findFirst()
        .orElseGet(scales::getLast);
  }

  private String number(BigDecimal value, Scale scale, char minus) {
    BigDecimal scaled = value.movePointLeft(scale.power());
    int whole = Math.max(1, scaled.precision() - scaled.scale());
    var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setMinusSign(minus);
    var format = new DecimalFormat("#,##0", symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    int fraction = Math.max(0, digits - whole);
    // 6.50 trn, but 5 and not 5.00: a number without a scale is written as it is.
    format.setMinimumFractionDigits(scale.power() == 0 ? 0 : fraction);
    format.setMaximumFractionDigits(fraction);
    return format.format(scaled);
  }
}
