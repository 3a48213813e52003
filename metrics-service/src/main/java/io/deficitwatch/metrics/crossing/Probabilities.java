package io.deficitwatch.metrics.crossing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares of simulated paths as figures. */
final class Probabilities {
  // As fine as two thousand paths can tell
  private static final int DECIMALS = 4;

  private Probabilities() {}

  static BigDecimal exact(double share) {
    return BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
