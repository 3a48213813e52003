package io.deficitwatch.alerting.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
  /** Not yet arrived; it has a moment when it is due. */
  WAITING,
  /** The receiver answered 2xx. */
  DELIVERED,
  /** All attempts were used up. */
  EXHAUSTED,
  /** Given up before that: the receiver is gone, or may not be called. */
  ABANDONED
}
