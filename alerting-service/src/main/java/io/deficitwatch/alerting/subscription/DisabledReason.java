package io.deficitwatch.alerting.subscription;

import java.util.Locale;

/** Why an endpoint was disabled without its owner having asked for it. */
public enum DisabledReason {
  /** Its receiver answered 410 Gone. */
  GONE,
  /** Its receiver has failed for days, and never answered well in between. */
  FAILING;

  /** As logs and meters have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
