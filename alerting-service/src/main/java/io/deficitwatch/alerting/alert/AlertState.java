package io.deficitwatch.alerting.alert;

/** Where an alert stands. */
public enum AlertState {
  /** The condition is met, but not yet by as many periods in a row as the rule asks for. */
  PENDING,
  /** The condition holds, as far as is known. */
  FIRING,
  /**
   * A later period no longer meets the condition, or has an alert of its own; or the owner changed
   * the condition or deleted the rule.
   */
  RESOLVED,
  /** A revision took the ground away. */
  RETRACTED
}
