package io.deficitwatch.metrics.observation;

import java.util.Locale;

/** A release contradicts itself, so it cannot be merged: its producer is at fault. */
public final class UnfitReleaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  UnfitReleaseException(Reason reason, String detail) {
    super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What contradicts what. */
  public enum Reason {
    DISAGREEING_PARTS,
    MIXED_FREQUENCIES,
    OUTSIDE_COVERAGE,
    /** A period or a number that no statistic has and that cannot be reckoned with. */
    OUT_OF_RANGE,
    REPEATED_PERIOD
  }
}
