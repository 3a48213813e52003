package io.deficitwatch.contracts.value;

/** SDMX CL_OBS_STATUS: what is to be known of one observation beside its value. */
public enum ObservationStatus {
  /** Normal value. */
  A,
  /** Provisional value. */
  P,
  /** Estimated value. */
  E,
  /** Forecast value; ours are projections and never observations. */
  F,
  /** Break in the series at this period. */
  B,
  /** No value: it exists but was not collected. */
  L,
  /** No value: it cannot exist. */
  M,
  /** No value: suppressed. */
  Q
}
