package io.deficitwatch.alerting.subscription;

/** Whether an endpoint is delivered to. What happens while it is not is recorded, and waits. */
public enum EndpointState {
  /** Its receiver has not yet shown that it wants webhooks. */
  PENDING,
  ACTIVE,
  /** Its owner wants a rest. */
  PAUSED,
  /** Its receiver is gone or fails: it is not called again until its owner says so. */
  DISABLED
}
