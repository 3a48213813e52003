package io.deficitwatch.alerting.subscription;

/** Whether an endpoint is delivered to. */
public enum EndpointState {
  ACTIVE,
  /** The receiver answered 410 Gone: it is not called again until its owner says so. */
  DISABLED
}
