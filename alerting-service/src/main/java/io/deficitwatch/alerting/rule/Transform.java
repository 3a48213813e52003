package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What of a series is watched. As the values API of metrics has it: growth is in per cent of the
 * distance from zero of the earlier value, so that a deficit that doubles grows by −100 per cent.
 */
public enum Transform {
  /** The value itself. */
  LEVEL(false, false),
  /** Less the value of the period before. */
  CHANGE(false, false),
  /** Less the value of the same period a year before. */
  CHANGE_ON_YEAR(false, true),
  /** In per cent, on the period before. */
  GROWTH(true, false),
  /** In per cent, on the same period a year before. */
  GROWTH_ON_YEAR(true, true);

  public static final String PERCENT = "PERCENT";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MONTHS = 12;

  private final boolean percent;
  private final boolean onYear;

  Transform(boolean percent, boolean onYear) {
    this.percent = percent;
    this.onYear = onYear;
  }

  /** Whether the outcome is in per cent, and not in the unit of the indicator. */
  public boolean isPercent() {
    return percent;
  }

  /** Why periods of the frequency cannot be compared like this; empty if they can. */
  public Optional<String> objection(Frequency frequency) {
    return this != LEVEL && !onYear && frequency == Frequency.YTD
        ? Optional.of("a year to date begins anew in January: compare it on the year")
        : Optional.empty();
  }

  /** The period that is compared with; the period itself if none is. */
  TimePeriod base(TimePeriod period) {
    if (this == LEVEL) {
      return period;
    }
    int months = period.frequency().isRolling() ? 1 : period.frequency().months();
    return period.plus(onYear ? -MONTHS / months : -1);
  }

  /** Empty where one of the two values is missing, or nothing can be divided by. */
  Optional<BigDecimal> apply(Snapshot snapshot, TimePeriod period) {
    Optional<BigDecimal> value = snapshot.value(period);
    if (this == LEVEL) {
      return value;
    }
    return value.flatMap(
        now -> snapshot.value(base(period)).flatMap(before -> compare(now, before)));
  }

  private Optional<BigDecimal> compare(BigDecimal now, BigDecimal before) {
    return percent ? growth(now, before) : Optional.of(now.subtract(before));
  }

  static Optional<BigDecimal> growth(BigDecimal now, BigDecimal before) {
    return before.signum() == 0
        ? Optional.empty()
        : Optional.of(
            now.subtract(before)
                .multiply(HUNDRED)
                .divide(before.abs(), MathContext.DECIMAL64)
                .stripTrailingZeros());
  }
}
