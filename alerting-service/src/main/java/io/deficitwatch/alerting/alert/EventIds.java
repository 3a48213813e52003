package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import java.util.Locale;

/** What makes a change of an alert the same change when it is found again. */
public final class EventIds {
  private EventIds() {}

  /** Of alert, transition and the release that brought it about. */
  public static String of(AlertChanged change) {
    return String.join(
        "/",
        change.alertId(),
        change.transition().name().toLowerCase(Locale.ROOT),
        change.cause().vintage().orElse(change.figure().vintage()).releaseId());
  }
}
