package io.deficitwatch.ingestion.quality;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads published decimals to the last digit. */
public final class ExactDecimal {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,9})?");
  private static final int LONGEST_TEXT = 100;
  // Far beyond any statistic. Without a bound, 1e999999999 takes a gigabyte once it is written out.
  private static final int MOST_INTEGER_DIGITS = 30;
  private static final int MOST_DECIMALS = 30;

  private ExactDecimal() {}

  /**
   * The number in base units; empty, with a finding, if the text is none.
   *
   * @param multiplier power of ten that the publisher counts in
   */
  public static Optional<BigDecimal> read(
      String text, int multiplier, Supplier<String> place, Findings findings) {
    if (text.length() > LONGEST_TEXT || !NUMBER.matcher(text).matches()) {
      findings.add(place, () -> QuotedText.quote(text) + " is no decimal number");
      return Optional.empty();
    }
    BigDecimal published = new BigDecimal(text);
    long integerDigits = (long) published.precision() - published.scale();
    if (integerDigits > MOST_INTEGER_DIGITS || published.scale() > MOST_DECIMALS) {
      findings.add(
          place,
          () ->
              "%s has more than %d digits before or %d after the decimal point"
                  .formatted(QuotedText.quote(text), MOST_INTEGER_DIGITS, MOST_DECIMALS));
      return Optional.empty();
    }
    return Optional.of(inBaseUnits(published, multiplier));
  }

  /** The published number times its power of ten, without an exponent. */
  public static BigDecimal inBaseUnits(BigDecimal published, int multiplier) {
    BigDecimal value = published.scaleByPowerOfTen(multiplier);
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}
