package io.deficitwatch.metrics.observation;

import java.math.BigDecimal;

/** One way to write a number: 1.50 and 1.5 are one value, and so are 1E+2 and 100. */
public final class PlainDecimal {
  private PlainDecimal() {}

  /** The same value without trailing zeros and without an exponent. */
  public static BigDecimal of(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
