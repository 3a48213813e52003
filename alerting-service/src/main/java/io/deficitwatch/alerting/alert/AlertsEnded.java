package io.deficitwatch.alerting.alert;

/** Who has to know of ends of alerts that are not announced. */
public interface AlertsEnded {
  /**
   * Alerts of the subscriber are over, and nobody is told: what they kept from being told may have
   * to be told now. In the transaction that ended them.
   */
  void endedQuietly(String subscriberId);
}
