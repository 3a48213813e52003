package io.deficitwatch.alerting.delivery;

import java.util.Locale;

/** Why an attempt did not deliver. */
public enum FailureReason {
  /** The answer was not 2xx. */
  STATUS,
  /** No answer in time. */
  TIMEOUT,
  /** The host name did not resolve. */
  DNS,
  /** No connection, or it broke. */
  CONNECTION,
  /** The receiver could not show a valid certificate. */
  TLS,
  /** The egress policy does not allow the address. */
  ADDRESS_REFUSED,
  /** The receiver answered 410. */
  GONE;

  /** As metrics and logs have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
