package io.deficitwatch.ingestion.quality;

import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.Optional;

/** How often, and how far at most, the periods of a series miss what they should add up to. */
final class Deviation {
  private static final BigDecimal GRAVE_SHARE = new BigDecimal("0.1");
  private final BigDecimal tolerance;
  private int count;
  private BigDecimal largest = BigDecimal.ZERO;
  private boolean grave;
  private Optional<TimePeriod> worst = Optional.empty();
  private String words = "";

  Deviation(BigDecimal tolerance) {
    this.tolerance = tolerance;
  }

  void compare(TimePeriod period, BigDecimal expected, BigDecimal found, BigDecimal magnitude) {
    BigDecimal distance = expected.subtract(found).abs();
    if (distance.compareTo(tolerance) <= 0) {
      return;
    }
    count++;
    // The largest one is not always the largest share.
    grave |= distance.compareTo(magnitude.multiply(GRAVE_SHARE)) > 0;
    if (distance.compareTo(largest) > 0) {
      largest = distance;
      worst = Optional.of(period);
      words = "%s, not %s".formatted(found.toPlainString(), expected.toPlainString());
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** More than a tenth of what it is about is no rounding and no late entry. */
  Severity severity() {
    return grave ? Severity.CRITICAL : Severity.WARNING;
  }

  Optional<TimePeriod> worst() {
    return worst;
  }

  /** In how many periods, and what stands in the worst. */
  String words() {
    return count == 1
        ? "in one period there is " + words
        : "in %d periods; where it is worst there is %s".formatted(count, words);
  }
}
