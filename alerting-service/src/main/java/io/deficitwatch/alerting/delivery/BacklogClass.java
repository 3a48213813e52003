package io.deficitwatch.alerting.delivery;

import java.util.Locale;

/** Why deliveries wait, as far as it is known of their endpoints. */
public enum BacklogClass {
  /**
   * Nothing keeps them: they should leave at once, and if they do not, it is the service's fault.
   */
  HEALTHY,
  /** Their endpoint wants a rate or an order. */
  PACED,
  /** Their receiver fails, so that they are tried one at a time. */
  FAILING,
  /** Their endpoint is pending, paused or disabled. */
  HELD;

  /** As meters have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
