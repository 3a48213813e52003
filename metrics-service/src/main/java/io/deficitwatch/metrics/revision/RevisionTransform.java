package io.deficitwatch.metrics.revision;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** What of a figure is looked at. The period before is taken as it was known at the same moment. */
public enum RevisionTransform {
  /** The figure as published. */
  LEVEL,
  /** The figure less that of the period before. */
  CHANGE,
  /**
   * The change in per cent of the figure before, to 12 significant digits; none where that is not
   * above zero. A new base year leaves it as it was, while levels are all revised by it.
   */
  GROWTH;

  private static final MathContext GIVEN = new MathContext(12, RoundingMode.HALF_EVEN);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The n-th release of the period. */
  Optional<BigDecimal> of(PeriodRevisions period, Optional<PeriodRevisions> before, int release) {
    Optional<BigDecimal> level = period.valueAt(release);
    if (this == LEVEL || level.isEmpty()) {
      return level;
    }
    Instant moment = period.moments().get(release - 1);
    return before
        .filter(previous -> previous.period().plus(1).equals(period.period()))
        .flatMap(previous -> previous.valueAt(moment))
        .flatMap(base -> level.flatMap(amount -> against(base, amount)));
  }

  private Optional<BigDecimal> against(BigDecimal base, BigDecimal amount) {
    BigDecimal change = amount.subtract(base);
    return this == CHANGE
        ? Optional.of(change)
        : Optional.of(base)
            .filter(divisor -> divisor.signum() > 0)
            .map(divisor -> change.multiply(HUNDRED).divide(divisor, GIVEN));
  }
}
